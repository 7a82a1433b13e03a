import { leftJoin } from '../semanticModel/joins';
import type { Group, GroupedParts } from './groupedParts';
import { quoted } from './parameterList';

/** One row a group, with its names and the aggregates of its facts. */
export function groupFacts({ query, metrics, groups, measures }: GroupedParts): string {
  const aggregates = measures.flatMap(({ key, aggregate }) =>
    aggregate ? [`${aggregate} AS ${quoted(key)}`] : [],
  );
  const relations = new Set([
    ...groups.flatMap(({ table }) => table ?? []),
    ...query.metrics.flatMap((key) => metrics[key]!.relations ?? []),
  ]);
  const keys = groups.map(({ identity, sql }) => identity ?? sql);
  return [
    `SELECT ${[...groups.flatMap(namesOf), ...aggregates].join(', ')} FROM facts`,
    ...[...relations].map((relation) => leftJoin(relation, 'facts')),
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
