import type { FigureFilters, FigureQuery } from '../figureQuery';
import type { Period } from '../period/calendar';
import { asInterval } from '../period/moved';
import type { FactPart } from '../semanticModel/types';
import { assignedCustomers } from './assignedCustomers';
import type { ComparedPeriod } from './comparedPeriod';
import type { FactParts } from './factParts';
import {
  between,
  customerConditions,
  filtersOfWhole,
  personConditions,
  productConditions,
} from './filterConditions';
import { hasNoSale, isFirstSale, isLastBeforeNone } from './otherSales';
import type { ParameterList } from './parameterList';
import { targetRows } from './targetRows';

interface SalesFacts {
  query: FigureQuery;
  needed: FactParts;
  /** Tables whose values the result is grouped by. */
  tables: ReadonlySet<string>;
  today: string;
  parameters: ParameterList;
}

/** The rows that sales figures are made of: part, day, employee, customer, product, amount and quantity. */
export function salesFacts({ query, needed, tables, today, parameters }: SalesFacts): string {
  const { parts, base, monthBefore, yearBefore, time } = needed;
  const own = { filters: query.filters ?? {}, mine: query.mine ?? false };
  const conditions = ({ filters, mine } = own) => [
    ...personConditions(filters, mine, parameters),
    ...customerConditions(filters, parameters),
    ...productConditions('rows', filters, parameters),
  ];
  const sales = (part: FactPart, period: Period, more: string[], day = 'rows.sold_on') =>
    [
      `SELECT '${part}' AS part, ${day} AS day, rows.employee_id, rows.customer_id, rows.product_id, rows.amount, rows.quantity`,
      'FROM sales_records AS rows',
      `WHERE ${[between('rows.sold_on', period, parameters), ...more].join(' AND ')}`,
    ].join(' ');
  const moved = ({ shift }: ComparedPeriod) =>
    `(rows.sold_on + ${parameters.add(asInterval(shift))}::interval)::date`;
  const earlier = (part: FactPart, other: ComparedPeriod) =>
    sales(part, other.period, conditions(), moved(other));
  const lost = (other: ComparedPeriod) => {
    const day = moved(other);
    const isLost = isLastBeforeNone(query, parameters, { moved: day, time });
    return sales('lost', other.period, [...conditions(), ...isLost], day);
  };
  const lookedAfter = (part: FactPart, more: string[] = []) => {
    const columns = `'${part}', NULL::date, rows.employee_id, rows.customer_id, NULL::integer, 0, 0`;
    return assignedCustomers({ columns, query, today, parameters, conditions: more });
  };

  const rows = [sales('current', query.period, conditions())];
  if (parts.has('base') && base) rows.push(earlier('base', base));
  if (parts.has('monthBefore')) rows.push(earlier('monthBefore', monthBefore));
  if (parts.has('yearBefore')) rows.push(earlier('yearBefore', yearBefore));
  if (parts.has('whole')) rows.push(sales('whole', query.period, conditions(wholeOf(own))));
  if (parts.has('target')) {
    rows.push(targetRows({ query, tables, conditions: conditions(), parameters }));
  }
  if (parts.has('first')) {
    rows.push(sales('first', query.period, [...conditions(), ...isFirstSale(query, parameters)]));
  }
  if (parts.has('lost') && base) rows.push(lost(base));
  if (parts.has('assigned')) rows.push(lookedAfter('assigned'));
  if (parts.has('missed')) rows.push(lookedAfter('missed', hasNoSale(query, parameters)));
  return rows.join(' UNION ALL ');
}

function wholeOf({ filters, mine }: { filters: FigureFilters; mine: boolean }) {
  const whole = filtersOfWhole(filters);
  return { filters: whole.filters, mine: mine && whole.keepsMine };
}
