/**
 * A copy of a JSON value with each of its texts changed; what has nothing to change is given back as it is. A passage of a
 * document, and a quote of one, is verbatim: an object that names its chunk is left alone but for
 * the words it was found by.
 */
export function maskDeep<T>(value: T, mask: (text: string) => string): T {
  return changed(value, mask) as T;
}

function changed(value: unknown, mask: (text: string) => string): unknown {
  if (typeof value === 'string') return mask(value);
  if (Array.isArray(value)) {
    const items = value.map((item) => changed(item, mask));
    return items.some((item, at) => item !== value[at]) ? items : (value as unknown);
  }
  if (!isPlainObject(value)) return value;
  if ('chunkId' in value)
    return typeof value.query === 'string' ? { ...value, query: mask(value.query) } : value;
  const entries = Object.entries(value).map(([key, item]) => [key, changed(item, mask)] as const);
  return entries.some(([key, item]) => item !== value[key]) ? Object.fromEntries(entries) : value;
}

/** Dates and the like have no texts of people in them. */
function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
