/** The values of a statement: what a person wrote only ever goes in here, never into the text. */
export interface ParameterList {
  readonly values: unknown[];
  /** Adds a value and returns its place, `$3`. */
  add(value: unknown): string;
}

export function parameterList(): ParameterList {
  const values: unknown[] = [];
  return { values, add: (value) => `$${values.push(value)}` };
}

/** A column name of the semantic model as an SQL identifier. */
export function quoted(key: string): string {
  return `"${key}"`;
}
