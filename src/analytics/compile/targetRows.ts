import type { FigureFilters, FigureQuery } from '../figureQuery';
import type { ParameterList } from './parameterList';

const customerFilters: (keyof FigureFilters)[] = ['customers', 'customerTypes', 'regions', 'grades'];
const productFilters: (keyof FigureFilters)[] = [
  'products',
  'therapeuticClasses',
  'ingredients',
  'reimbursed',
];

interface TargetRows {
  query: FigureQuery;
  tables: ReadonlySet<string>;
  /** Conditions on `rows`. */
  conditions: string[];
  parameters: ParameterList;
}

/**
 * Monthly targets as facts, those of the months that begin in the period. A company may set the target of a month as a
 * whole, by product or by customer, or each of these for the same money, so one level is chosen: the one that knows what
 * the query asks about, else for each person and month the most general there is.
 */
export function targetRows({ query, tables, conditions, parameters: { add } }: TargetRows): string {
  const asks = (table: string, keys: (keyof FigureFilters)[]) =>
    tables.has(table) || keys.some((key) => query.filters?.[key] !== undefined);
  const levels = [
    ...(asks('products', productFilters) ? ['rows.product_id IS NOT NULL'] : []),
    ...(asks('customers', customerFilters) ? ['rows.customer_id IS NOT NULL'] : []),
  ];
  const all = [
    `rows.month BETWEEN ${add(query.period.from)}::date AND ${add(query.period.to)}::date`,
    ...conditions,
    ...levels,
  ].join(' AND ');
  const columns = 'month, employee_id, customer_id, product_id, amount';
  if (levels.length > 0) {
    const named = columns.split(', ').map((column) => `rows.${column}`);
    return `SELECT 'target', ${named.join(', ')}, 0 FROM sales_targets AS rows WHERE ${all}`;
  }
  const level = 'num_nonnulls(rows.product_id, rows.customer_id) * 2 + num_nonnulls(rows.customer_id)';
  const general = `min(${level}) OVER (PARTITION BY rows.employee_id, rows.month)`;
  return [
    `SELECT 'target', ${columns}, 0 FROM (SELECT rows.*, ${level} AS level, ${general} AS general`,
    `FROM sales_targets AS rows WHERE ${all}) AS levelled WHERE level = general`,
  ].join(' ');
}
