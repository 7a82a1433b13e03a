import type { FigureQuery } from '../figureQuery';
import { customerConditions, personConditions } from './filterConditions';
import type { ParameterList } from './parameterList';

/** Rows for the customers that somebody looks after today, whether or not anything happened there. */
export function assignedCustomers(
  columns: string,
  query: FigureQuery,
  today: string,
  parameters: ParameterList,
): string {
  const filters = query.filters ?? {};
  const conditions = [
    `${today} BETWEEN rows.valid_from AND coalesce(rows.valid_to, 'infinity')`,
    ...personConditions(filters, query.mine ?? false, parameters),
    ...customerConditions(filters, parameters),
  ];
  return `SELECT ${columns} FROM assignment_map AS rows WHERE ${conditions.join(' AND ')}`;
}
