import pg from 'pg';
import { maximumCellLength } from './limits';

/** What a column's values are, as far as it decides how they are shown. */
export type ValueType = 'number' | 'whole' | 'day' | 'instant' | 'truth' | 'text';

const { builtins } = pg.types;

const types: Record<number, ValueType> = {
  [builtins.INT2]: 'whole',
  [builtins.INT4]: 'whole',
  [builtins.INT8]: 'whole',
  [builtins.FLOAT4]: 'number',
  [builtins.FLOAT8]: 'number',
  [builtins.NUMERIC]: 'number',
  [builtins.DATE]: 'day',
  [builtins.TIMESTAMPTZ]: 'instant',
  [builtins.TIMESTAMP]: 'instant',
  [builtins.BOOL]: 'truth',
};

/** The SQL by which a value is read so that its size has a bound; the column is the program's own name for it. */
const readers: Record<ValueType, (column: string) => string> = {
  whole: (column) => column,
  // A numeric may have a hundred thousand digits.
  number: (column) => `${column}::float8`,
  day: (column) => `${column}::text`,
  instant: (column) => `to_char(${column}::timestamptz AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`,
  truth: (column) => `${column}::text`,
  text: (column) => `left(${column}::text, ${maximumCellLength + 1})`,
};

/** How a column of a type, given by its number, is read. */
export function readableCell(type: number): { type: ValueType; sql: (column: string) => string } {
  const valueType = types[type] ?? 'text';
  return { type: valueType, sql: readers[valueType] };
}
