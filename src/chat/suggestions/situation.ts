import type { Actor } from '../../policies/actor';
import { unitAround } from '../../analytics/period/calendarUnits';
import type { ReaderQuery } from '../../storage/database/database';

interface NamedCustomer {
  code: string;
  name: string;
}

/** What is true for a person now, as far as it makes a question. */
export interface Situation {
  /** Customers that nobody has visited for long, those that buy most first. */
  visitDue: NamedCustomer[];
  /** Customers whose sales fall, those that lose most first. */
  falling: NamedCustomer[];
  /** Brands that are sold most, own ones of a rep. */
  brands: string[];
}

/** Days without a visit after which one is due. */
const visitDueDays = 30;
/** Below this share of the three months before, sales are falling. */
const fallingShare = 0.9;
/** So many of each: a name that several customers have makes no question. */
const mostOfEach = 4;
/** Months that are compared with as many before them. */
const comparedMonths = 3;

/** Reads the situation of a person, under the person's rights. A rep's is that of own customers, assigned today. */
export async function readSituation(
  query: ReaderQuery,
  { role }: Pick<Actor, 'role'>,
  today: string,
): Promise<Situation> {
  const isOwn = role === 'rep';
  const end = unitAround(today, 'month').from;
  const middle = unitAround(today, 'month', -comparedMonths).from;
  const start = unitAround(today, 'month', -2 * comparedMonths).from;
  const { rows: customers } = await query(customersSql(isOwn), [start, middle, end, today]);
  const { rows: brands } = await query(brandsSql(isOwn), [middle, mostOfEach]);
  return {
    ...customersOf(customers as unknown as CustomerRow[]),
    brands: brands.map(({ brand }) => brand as string),
  };
}

interface CustomerRow extends NamedCustomer {
  /** KRW of the last whole months, and of those before them. */
  recent: number;
  before: number;
  /** Null: never visited. */
  daysSinceVisit: number | null;
}

function customersOf(rows: CustomerRow[]): Omit<Situation, 'brands'> {
  const named = ({ code, name }: CustomerRow) => ({ code, name });
  const due = rows
    .filter(({ daysSinceVisit }) => daysSinceVisit !== null && daysSinceVisit >= visitDueDays)
    .sort((one, other) => other.recent - one.recent);
  const falling = rows
    .filter(({ recent, before }) => recent < before * fallingShare)
    .sort((one, other) => other.before - other.recent - (one.before - one.recent));
  return {
    visitDue: due.slice(0, mostOfEach).map(named),
    falling: falling.slice(0, mostOfEach).map(named),
  };
}

/** Customers assigned today with what they bought and when they were visited last. */
function customersSql(isOwn: boolean): string {
  return `WITH assigned AS (
  SELECT DISTINCT customer_id FROM assignment_map
  WHERE $4::date BETWEEN valid_from AND coalesce(valid_to, 'infinity')
    ${isOwn ? 'AND employee_id = (SELECT app.employee_id())' : ''}
), sold AS (
  SELECT customer_id, coalesce(sum(amount) FILTER (WHERE month >= $2::date), 0)::float8 AS recent,
         coalesce(sum(amount) FILTER (WHERE month < $2::date), 0)::float8 AS before
  FROM customer_monthly_performance
  WHERE month >= $1::date AND month < $3::date AND customer_id IN (SELECT customer_id FROM assigned)
  GROUP BY customer_id
), visited AS (
  SELECT customer_id, max((occurred_at AT TIME ZONE 'Asia/Seoul')::date) AS last_day
  FROM interaction_logs WHERE type = '방문' AND customer_id IN (SELECT customer_id FROM assigned)
  GROUP BY customer_id
)
SELECT customers.code, customers.name, coalesce(recent, 0) AS recent, coalesce(before, 0) AS before,
       $4::date - last_day AS "daysSinceVisit"
FROM assigned JOIN customers ON customers.id = assigned.customer_id
LEFT JOIN sold ON sold.customer_id = customers.id
LEFT JOIN visited ON visited.customer_id = customers.id
ORDER BY customers.code`;
}

function brandsSql(isOwn: boolean): string {
  return `SELECT products.brand FROM sales_records AS rows JOIN products ON products.id = rows.product_id
WHERE rows.sold_on >= $1::date ${isOwn ? 'AND rows.employee_id = (SELECT app.employee_id())' : ''}
GROUP BY products.brand ORDER BY sum(rows.amount) DESC, products.brand LIMIT $2`;
}
