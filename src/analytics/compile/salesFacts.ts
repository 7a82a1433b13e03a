import type { FigureFilters, FigureQuery } from '../figureQuery';
import type { Period } from '../period/calendar';
import { asInterval } from '../period/moved';
import type { FactPart } from '../semanticModel/types';
import { assignedCustomers } from './assignedCustomers';
import type { ComparedPeriod } from './comparedPeriod';
import { customerConditions, filtersOfWhole, personConditions, productConditions } from './filterConditions';
import type { ParameterList } from './parameterList';
import { targetRows } from './targetRows';

interface SalesFacts {
  query: FigureQuery;
  parts: ReadonlySet<FactPart>;
  /** Tables whose values the result is grouped by. */
  tables: ReadonlySet<string>;
  base?: ComparedPeriod;
  today: string;
  parameters: ParameterList;
}

/** The rows that sales figures are made of: part, day, employee, customer, product, amount and quantity. */
export function salesFacts({ query, parts, tables, base, today, parameters }: SalesFacts): string {
  const filters = query.filters ?? {};
  const mine = query.mine ?? false;
  const conditions = (chosen: FigureFilters, own: boolean) => [
    ...personConditions(chosen, own, parameters),
    ...customerConditions(chosen, parameters),
    ...productConditions('rows.product_id', chosen, parameters),
  ];
  const sales = (part: FactPart, period: Period, chosen: FigureFilters, own: boolean, day = 'rows.sold_on') =>
    [
      `SELECT '${part}' AS part, ${day} AS day, rows.employee_id, rows.customer_id, rows.product_id, rows.amount, rows.quantity`,
      'FROM sales_records AS rows',
      `WHERE ${[between('rows.sold_on', period, parameters), ...conditions(chosen, own)].join(' AND ')}`,
    ].join(' ');

  const rows = [sales('current', query.period, filters, mine)];
  if (base) {
    const moved = `(rows.sold_on + ${parameters.add(asInterval(base.shift))}::interval)::date`;
    rows.push(sales('base', base.period, filters, mine, moved));
  }
  if (parts.has('whole')) {
    const whole = filtersOfWhole(filters);
    rows.push(sales('whole', query.period, whole.filters, mine && whole.keepsMine));
  }
  if (parts.has('target')) {
    rows.push(targetRows({ query, tables, conditions: conditions(filters, mine), parameters }));
  }
  if (query.allAssignedCustomers || parts.has('assigned')) {
    const columns = "'assigned', NULL::date, rows.employee_id, rows.customer_id, NULL::integer, 0, 0";
    rows.push(assignedCustomers(columns, query, today, parameters));
  }
  return rows.join(' UNION ALL ');
}

/** A condition that a day lies in a period. */
function between(column: string, { from, to }: Period, { add }: ParameterList): string {
  return `${column} BETWEEN ${add(from)}::date AND ${add(to)}::date`;
}
