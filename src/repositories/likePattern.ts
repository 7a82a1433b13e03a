/** A LIKE pattern for text that has these letters anywhere, its own wildcards taken as letters. */
export function containing(letters: string): string {
  return `%${letters.replace(/[\\%_]/g, '\\$&')}%`;
}
