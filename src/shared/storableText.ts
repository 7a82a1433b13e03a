/**
 * Whether every text in some input can be stored: PostgreSQL takes no NUL, and half of a surrogate pair is no character.
 */
export function isStorable(input: unknown): boolean {
  if (typeof input === 'string') return !input.includes('\0') && input.isWellFormed();
  if (typeof input !== 'object' || input === null) return true;
  return Object.entries(input).every(([key, value]) => isStorable(key) && isStorable(value));
}

/** The same input with what cannot be stored taken out of its texts: for what nobody can be asked to write anew. */
export function asStorable<T>(input: T): T {
  return isStorable(input) ? input : (cleaned(input) as T);
}

function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed().replaceAll('\0', '');
  if (Array.isArray(value)) return value.map(cleaned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [cleaned(key), cleaned(each)]));
}
