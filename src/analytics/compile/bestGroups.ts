import { isTimeDimension } from '../semanticModel/dimensions';
import type { GroupedParts } from './groupedParts';
import { measureKey } from './measures';
import { quoted } from './parameterList';

/**
 * A limit on figures over time is one on what they are of: "the five best products by month" are five products, each
 * with all its months. They are ranked by their total over time. Null where a limit is one on rows.
 */
export function bestGroups({ query, metrics, groups, measures, parameters }: GroupedParts): {
  tables: string;
  condition: string;
} | null {
  const things = groups.filter(({ key }) => !isTimeDimension(key));
  const isOverTime = things.length > 0 && things.length < groups.length;
  const wanted = query.order ? measureKey(query.order.by, query, metrics) : measures[0]!.key;
  const figure = measures.find(({ key }) => key === wanted);
  if (query.limit === undefined || !isOverTime || !figure?.additive) return null;
  const names = things.flatMap(({ key, detail }) => [
    quoted(key),
    ...(detail ? [quoted(`${key}Detail`)] : []),
  ]);
  const total = `sum(${quoted(figure.key)}) OVER (PARTITION BY ${names.join(', ')}) AS total`;
  const rank = `dense_rank() OVER (ORDER BY total ${query.order?.direction ?? 'desc'}, ${names.join(', ')}) AS place`;
  return {
    tables: `, totals AS (SELECT *, ${total} FROM measured)\n, ranked AS (SELECT *, ${rank} FROM totals)`,
    condition: `place <= ${parameters.add(query.limit)}`,
  };
}
