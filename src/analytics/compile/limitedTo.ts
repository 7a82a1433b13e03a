import type { CompiledQuery } from './compiled';

/** The same query with another number of rows to show. Every compiled statement takes its limit as its last parameter. */
export function limitedTo(compiled: CompiledQuery, limit: number): CompiledQuery {
  return { ...compiled, limit, parameters: [...compiled.parameters.slice(0, -1), limit + 1] };
}

/** A statement that counts all rows of a query, whatever its limit. */
export function countingAll({ sql, parameters }: CompiledQuery): Pick<CompiledQuery, 'sql' | 'parameters'> {
  return {
    sql: `SELECT count(*)::integer AS total FROM (${sql}) AS whole`,
    parameters: [...parameters.slice(0, -1), null],
  };
}
