import type { FigureQuery } from '../figureQuery';
import type { TimeDimension } from '../semanticModel/dimensions';
import { between, productConditions } from './filterConditions';
import type { ParameterList } from './parameterList';

/**
 * Conditions on `rows` by other sales to the same customer. Whoever made these, they count; returned goods are no sale; and
 * where a query is about products, only sales of them count.
 */

/** The first sale to the customer there ever was. */
export function isFirstSale(query: FigureQuery, parameters: ParameterList): string[] {
  const sales = [
    'other.customer_id = known.id',
    'other.quantity > 0',
    ...productConditions('other', query.filters ?? {}, parameters),
  ];
  // By customer and not by sale: the index has the first day of each at its front.
  const firstDays = [
    'SELECT known.id, first.day FROM customers AS known CROSS JOIN LATERAL',
    `(SELECT min(other.sold_on) AS day FROM sales_records AS other WHERE ${sales.join(' AND ')}) AS first`,
    `WHERE ${between('first.day', query.period, parameters)}`,
  ].join(' ');
  return ['rows.quantity > 0', `(rows.customer_id, rows.sold_on) IN (${firstDays})`];
}

/**
 * A sale to a customer that has none in the period.
 * @param moved SQL of the day it stands beside in the period; grouped by time, only sales of the same time count.
 */
export function isLastBeforeNone(
  query: FigureQuery,
  parameters: ParameterList,
  { moved, time }: { moved: string; time?: TimeDimension },
): string[] {
  const atThatTime = time ? [`date_trunc('${time}', other.sold_on) = date_trunc('${time}', ${moved})`] : [];
  const inPeriod = between('other.sold_on', query.period, parameters);
  return ['rows.quantity > 0', noOtherSale(query, parameters, [inPeriod, ...atThatTime])];
}

/** A customer without a sale in the period. */
export function hasNoSale(query: FigureQuery, parameters: ParameterList): string[] {
  return [noOtherSale(query, parameters, [between('other.sold_on', query.period, parameters)])];
}

function noOtherSale(query: FigureQuery, parameters: ParameterList, when: string[]): string {
  const conditions = [
    'other.customer_id = rows.customer_id',
    'other.quantity > 0',
    ...when,
    ...productConditions('other', query.filters ?? {}, parameters),
  ];
  return `NOT EXISTS (SELECT FROM sales_records AS other WHERE ${conditions.join(' AND ')})`;
}
