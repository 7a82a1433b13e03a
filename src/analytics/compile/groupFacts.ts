import type { Group, GroupedParts } from './groupedParts';
import { quoted } from './parameterList';

const joins = {
  employees: 'LEFT JOIN employees ON employees.id = facts.employee_id',
  customers: 'LEFT JOIN customers ON customers.id = facts.customer_id',
  products: 'LEFT JOIN products ON products.id = facts.product_id',
} as const;

/** One row a group, with its names and the aggregates of its facts. */
export function groupFacts({ query, groups, measures }: GroupedParts): string {
  const aggregates = measures.flatMap(({ key, aggregate }) =>
    aggregate ? [`${aggregate} AS ${quoted(key)}`] : [],
  );
  const tables = [...new Set(groups.flatMap(({ table }) => table ?? []))];
  const keys = groups.map(({ identity, sql }) => identity ?? sql);
  return [
    `SELECT ${[...groups.flatMap(namesOf), ...aggregates].join(', ')} FROM facts`,
    ...tables.map((table) => joins[table]),
    keys.length > 0 ? `GROUP BY ${keys.join(', ')}` : '',
    // Without groups there is one row even of no facts at all: nothing must stay nothing.
    query.allAssignedCustomers ? "HAVING bool_or(facts.part = 'assigned')" : 'HAVING count(*) > 0',
  ]
    .filter(Boolean)
    .join(' ');
}

function namesOf({ key, sql, detail }: Group): string[] {
  return [`${sql} AS ${quoted(key)}`, ...(detail ? [`${detail} AS ${quoted(`${key}Detail`)}`] : [])];
}
