/** The header that makes an answer a file to save, under a name in any script (RFC 6266). */
export function attachment(fileName: string): string {
  return disposition('attachment', fileName);
}

/** The same for a file that is shown, or saved, as its kind allows. */
export function disposition(kind: 'attachment' | 'inline', fileName: string): string {
  const encoded = encodeURIComponent(fileName).replace(
    /['()*!]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename*=UTF-8''${encoded}`;
}
