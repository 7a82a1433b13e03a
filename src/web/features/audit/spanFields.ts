/** A field of what a trace stored; undefined where there is none. Old traces may have less than new ones. */
export function field(data: unknown, key: string): unknown {
  return typeof data === 'object' && data !== null ? (data as Record<string, unknown>)[key] : undefined;
}

export function fields(data: unknown): [string, unknown][] {
  return typeof data === 'object' && data !== null ? Object.entries(data) : [];
}

export function listOf(data: unknown): unknown[] {
  return Array.isArray(data) ? data : [];
}

export function numberOf(data: unknown): number | undefined {
  return typeof data === 'number' ? data : undefined;
}

/** A text as it is, anything else as JSON; empty where there is nothing. */
export function textOf(data: unknown): string {
  if (data === undefined || data === null) return '';
  return typeof data === 'string' ? data : JSON.stringify(data);
}
