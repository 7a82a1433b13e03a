import { parameterList, type ParameterList } from '../analytics/compile/parameterList';

/** Rows of `customer_monthly_performance` that a statistic is made of; its months are first days. */
export interface MonthlyRows {
  from: string;
  to: string;
  mine?: boolean;
  team?: string;
  employeeNo?: string;
  customerId?: number;
}

interface Statement {
  sql: string;
  parameters: unknown[];
}

/** By month: amount, quantity and contacts. Months without a row are there, with nothing. */
export function monthlyTrend(rows: MonthlyRows): Statement {
  const parameters = parameterList();
  const { add } = parameters;
  const span = `${add(rows.from)}::date, ${add(rows.to)}::date`;
  const sql = `SELECT to_char(months.month, 'YYYY-MM') AS month, coalesce(amount, 0) AS amount,
  coalesce(quantity, 0) AS quantity, coalesce(contacts, 0) AS contacts
FROM generate_series(${span}, '1 month') AS months (month)
LEFT JOIN (
  SELECT month, sum(amount)::bigint AS amount, sum(quantity)::bigint AS quantity, sum(interaction_count)::bigint AS contacts
  FROM customer_monthly_performance AS rows
  WHERE ${conditions(rows, parameters)}
  GROUP BY month
) AS sums ON sums.month = months.month::date
ORDER BY months.month`;
  return { sql, parameters: parameters.values };
}

/** The customers or people with the most, as the monthly figures have them. */
export function monthlyRanking(
  rows: MonthlyRows,
  { of, metric, limit }: { of: 'customer' | 'employee'; metric: 'amount' | 'quantity'; limit: number },
): Statement {
  const parameters = parameterList();
  const [table, name, code] =
    of === 'customer' ? ['customers', 'name', 'code'] : ['employees', 'name', 'employee_no'];
  const sql = `SELECT named.${name} AS name, named.${code} AS code, amount, quantity
FROM (
  SELECT ${of}_id AS id, sum(amount)::bigint AS amount, sum(quantity)::bigint AS quantity
  FROM customer_monthly_performance AS rows
  WHERE ${conditions(rows, parameters)}
  GROUP BY ${of}_id
  HAVING sum(sales_count) > 0
) AS sums JOIN ${table} AS named ON named.id = sums.id
ORDER BY ${metric} DESC, code
LIMIT ${parameters.add(limit)}`;
  return { sql, parameters: parameters.values };
}

function conditions(rows: MonthlyRows, { add }: ParameterList): string {
  const { from, to, mine, team, employeeNo, customerId } = rows;
  return [
    `rows.month BETWEEN ${add(from)}::date AND ${add(to)}::date`,
    ...(mine ? ['rows.employee_id = (SELECT app.employee_id())'] : []),
    ...(team ? [`rows.employee_id IN (SELECT id FROM employees WHERE team = ${add(team)})`] : []),
    ...(employeeNo
      ? [`rows.employee_id = (SELECT id FROM employees WHERE employee_no = ${add(employeeNo)})`]
      : []),
    ...(customerId ? [`rows.customer_id = ${add(customerId)}`] : []),
  ].join(' AND ');
}
