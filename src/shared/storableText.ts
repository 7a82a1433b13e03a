/**
 * Whether every text in some input can be stored: PostgreSQL takes no NUL, and half of a surrogate pair is no character.
 */
export function isStorable(input: unknown): boolean {
  if (typeof input === 'string') return !input.includes('\0') && input.isWellFormed();
  if (typeof input !== 'object' || input === null) return true;
  return Object.entries(input).every(([key, value]) => isStorable(key) && isStorable(value));
}
