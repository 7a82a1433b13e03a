/** A relation that says more of rows than they say themselves. */
interface Join {
  relation: string;
  /** Its key. */
  key: string;
  /** What of the rows holds that key. */
  heldBy: (rows: string) => string;
}

/** Every relation that facts and their sources are joined with or filtered by, and the key it is by. */
export const joins = {
  employees: { relation: 'employees', key: 'id', heldBy: (rows) => `${rows}.employee_id` },
  customers: { relation: 'customers', key: 'id', heldBy: (rows) => `${rows}.customer_id` },
  products: { relation: 'products', key: 'id', heldBy: (rows) => `${rows}.product_id` },
  /** Made for the query: `month` by its first day, and the `share` of its working days that has passed. */
  workingDays: {
    relation: 'working_days',
    key: 'month',
    heldBy: (rows) => `date_trunc('month', ${rows}.day)::date`,
  },
} as const satisfies Record<string, Join>;

export type Relation = keyof typeof joins;

/** `LEFT JOIN employees ON employees.id = facts.employee_id` */
export function leftJoin(name: Relation, rows: string): string {
  const { relation, key, heldBy } = joins[name];
  return `LEFT JOIN ${relation} ON ${relation}.${key} = ${heldBy(rows)}`;
}

/** The condition that what the rows belong to meets the conditions; none where there are none. */
export function belongsTo(name: Relation, rows: string, conditions: string[]): string[] {
  const { relation, key, heldBy } = joins[name];
  return conditions.length > 0
    ? [`${heldBy(rows)} IN (SELECT ${key} FROM ${relation} WHERE ${conditions.join(' AND ')})`]
    : [];
}
