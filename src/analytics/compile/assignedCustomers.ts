import type { FigureQuery } from '../figureQuery';
import { customerConditions, personConditions } from './filterConditions';
import type { ParameterList } from './parameterList';

interface AssignedCustomers {
  /** What is selected of `rows`, those of assignment_map. */
  columns: string;
  query: FigureQuery;
  /** SQL of the current day in Korea. */
  today: string;
  parameters: ParameterList;
  /** Further conditions on `rows`. */
  conditions?: string[];
}

/** Rows for the customers that somebody looks after today, whether or not anything happened there. */
export function assignedCustomers({
  columns,
  query,
  today,
  parameters,
  conditions = [],
}: AssignedCustomers): string {
  const filters = query.filters ?? {};
  const all = [
    `${today} BETWEEN rows.valid_from AND coalesce(rows.valid_to, 'infinity')`,
    ...personConditions(filters, query.mine ?? false, parameters),
    ...customerConditions(filters, parameters),
    ...conditions,
  ];
  return `SELECT ${columns} FROM assignment_map AS rows WHERE ${all.join(' AND ')}`;
}
