import type { FigureFilters, FigureQuery } from '../figureQuery';
import type { Period } from '../period/calendar';
import { asInterval } from '../period/moved';
import type { FactPart } from '../semanticModel/types';
import { assignedCustomers } from './assignedCustomers';
import type { FactParts } from './factParts';
import { customerConditions, personConditions, productConditions } from './filterConditions';
import type { ParameterList } from './parameterList';

const koreanDayOf = "(rows.occurred_at AT TIME ZONE 'Asia/Seoul')::date";

interface InteractionFacts {
  query: FigureQuery;
  needed: FactParts;
  tables: ReadonlySet<string>;
  today: string;
  parameters: ParameterList;
}

/**
 * The rows that figures about contacts are made of: part, key, day, employee, customer, type; and the product, one row
 * for each a contact was about, when the result is grouped by something of products.
 */
export function interactionFacts({ query, needed, tables, today, parameters }: InteractionFacts): string {
  const { parts, base } = needed;
  const byProduct = tables.has('products');
  const contacts = (part: FactPart, period: Period, day = koreanDayOf) =>
    [
      `SELECT '${part}' AS part, rows.id, ${day} AS day, rows.employee_id, rows.customer_id, rows.type`,
      byProduct ? ', link.product_id' : '',
      ' FROM interaction_logs AS rows',
      byProduct ? ' LEFT JOIN interaction_products AS link ON link.interaction_id = rows.id' : '',
      ` WHERE ${interactionConditions(query, period, parameters, byProduct).join(' AND ')}`,
    ].join('');
  const lookedAfter = (part: FactPart, conditions: string[] = []) => {
    const columns = `'${part}', NULL::bigint, NULL::date, rows.employee_id, rows.customer_id, NULL::text`;
    return assignedCustomers({ columns, query, today, parameters, conditions });
  };

  const rows = [contacts('current', query.period)];
  if (parts.has('base') && base) {
    const moved = `(${koreanDayOf} + ${parameters.add(asInterval(base.shift))}::interval)::date`;
    rows.push(contacts('base', base.period, moved));
  }
  if (parts.has('assigned')) rows.push(lookedAfter('assigned'));
  if (parts.has('missed')) rows.push(lookedAfter('missed', [hasNoVisit(query, parameters)]));
  return rows.join(' UNION ALL ');
}

/** Conditions on `rows` of interaction_logs: in the period by Korean days, and within the filters. */
export function interactionConditions(
  query: Pick<FigureQuery, 'filters' | 'mine'>,
  period: Period,
  parameters: ParameterList,
  byProduct = false,
): string[] {
  const filters = query.filters ?? {};
  return [
    ...contactConditions('rows', filters, period, parameters),
    ...personConditions(filters, query.mine ?? false, parameters),
    ...customerConditions(filters, parameters),
    ...(byProduct
      ? productConditions('link', filters, parameters)
      : aboutProducts('rows', filters, parameters)),
  ];
}

/** Of `rows`, a customer that nobody visited in the period; where a query is about products, about them. */
function hasNoVisit({ filters = {}, period }: FigureQuery, parameters: ParameterList): string {
  const conditions = [
    'other.customer_id = rows.customer_id',
    "other.type = '방문'",
    ...contactConditions('other', filters, period, parameters),
    ...aboutProducts('other', filters, parameters),
  ];
  return `NOT EXISTS (SELECT FROM interaction_logs AS other WHERE ${conditions.join(' AND ')})`;
}

function contactConditions(
  contacts: string,
  { interactionTypes }: FigureFilters,
  { from, to }: Period,
  { add }: ParameterList,
): string[] {
  return [
    `${contacts}.occurred_at >= ${add(from)}::date::timestamp AT TIME ZONE 'Asia/Seoul'`,
    `${contacts}.occurred_at < (${add(to)}::date + 1)::timestamp AT TIME ZONE 'Asia/Seoul'`,
    ...(interactionTypes ? [`${contacts}.type = ANY (${add(interactionTypes)})`] : []),
  ];
}

function aboutProducts(contacts: string, filters: FigureFilters, parameters: ParameterList): string[] {
  const conditions = productConditions('link', filters, parameters);
  if (conditions.length === 0) return [];
  return [
    `EXISTS (SELECT FROM interaction_products AS link WHERE link.interaction_id = ${contacts}.id AND ${conditions.join(' AND ')})`,
  ];
}
