import type { FigureFilters, FigureQuery } from '../figureQuery';
import type { Period } from '../period/calendar';
import { asInterval } from '../period/moved';
import type { FactPart } from '../semanticModel/types';
import { assignedCustomers } from './assignedCustomers';
import type { ComparedPeriod } from './comparedPeriod';
import { customerConditions, personConditions, productConditions } from './filterConditions';
import type { ParameterList } from './parameterList';

const koreanDayOf = "(rows.occurred_at AT TIME ZONE 'Asia/Seoul')::date";

interface InteractionFacts {
  query: FigureQuery;
  tables: ReadonlySet<string>;
  base?: ComparedPeriod;
  today: string;
  parameters: ParameterList;
}

/**
 * The rows that figures about contacts are made of: part, key, day, employee, customer, type; and the product, one row
 * for each a contact was about, when the result is grouped by something of products.
 */
export function interactionFacts({ query, tables, base, today, parameters }: InteractionFacts): string {
  const byProduct = tables.has('products');
  const contacts = (part: FactPart, period: Period, day = koreanDayOf) =>
    [
      `SELECT '${part}' AS part, rows.id, ${day} AS day, rows.employee_id, rows.customer_id, rows.type`,
      byProduct ? ', link.product_id' : '',
      ' FROM interaction_logs AS rows',
      byProduct ? ' LEFT JOIN interaction_products AS link ON link.interaction_id = rows.id' : '',
      ` WHERE ${interactionConditions(query, period, parameters, byProduct).join(' AND ')}`,
    ].join('');

  const rows = [contacts('current', query.period)];
  if (base) {
    const moved = `(${koreanDayOf} + ${parameters.add(asInterval(base.shift))}::interval)::date`;
    rows.push(contacts('base', base.period, moved));
  }
  if (query.allAssignedCustomers) {
    const columns = "'assigned', NULL::bigint, NULL::date, rows.employee_id, rows.customer_id, NULL::text";
    rows.push(assignedCustomers(columns, query, today, parameters));
  }
  return rows.join(' UNION ALL ');
}

/** Conditions on `rows` of interaction_logs: in the period by Korean days, and within the filters. */
export function interactionConditions(
  query: Pick<FigureQuery, 'filters' | 'mine'>,
  { from, to }: Period,
  parameters: ParameterList,
  byProduct = false,
): string[] {
  const filters = query.filters ?? {};
  const { add } = parameters;
  return [
    `rows.occurred_at >= ${add(from)}::date::timestamp AT TIME ZONE 'Asia/Seoul'`,
    `rows.occurred_at < (${add(to)}::date + 1)::timestamp AT TIME ZONE 'Asia/Seoul'`,
    ...(filters.interactionTypes ? [`rows.type = ANY (${add(filters.interactionTypes)})`] : []),
    ...personConditions(filters, query.mine ?? false, parameters),
    ...customerConditions(filters, parameters),
    ...aboutProducts(filters, parameters, byProduct),
  ];
}

function aboutProducts(filters: FigureFilters, parameters: ParameterList, byProduct: boolean): string[] {
  const conditions = productConditions('link.product_id', filters, parameters);
  if (byProduct || conditions.length === 0) return conditions;
  return [
    `EXISTS (SELECT FROM interaction_products AS link WHERE link.interaction_id = rows.id AND ${conditions.join(' AND ')})`,
  ];
}
