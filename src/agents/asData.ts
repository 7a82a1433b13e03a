/** Puts a text between marks that say it is data. It cannot end them itself: its own angle brackets before a name are taken away. */
export function asData(name: string, text: string): string {
  return `<${name}>\n${text.replace(/<(?=\s*\/?\s*[a-z_])/giu, '‹')}\n</${name}>`;
}
