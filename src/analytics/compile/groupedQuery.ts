import { defaultRowLimit } from '../figureQuery';
import { bestGroups } from './bestGroups';
import type { CompiledQuery, FigureColumn } from './compiled';
import type { GroupedParts } from './groupedParts';
import { groupFacts } from './groupFacts';
import { orderTerms, thresholdConditions } from './orderAndThresholds';
import { quoted } from './parameterList';

/**
 * Groups facts and puts the groups in order: `facts` -> `grouped`, one row a group -> `measured`, with what is computed
 * from other columns -> the rows within the thresholds.
 */
export function groupedQuery(parts: GroupedParts): Omit<CompiledQuery, 'basePeriod' | 'notes'> {
  const { query, facts, workingDays, groups, measures, parameters } = parts;
  const details = groups.flatMap(({ key, detail }): [string, string][] =>
    detail ? [[key, `${key}Detail`]] : [],
  );
  const columns: FigureColumn[] = [
    ...groups.map(({ key, label, kind }) => ({ key, label, kind })),
    ...measures.map(({ key, label, kind, isBase }) => ({ key, label, kind, isBase })),
  ];
  const shown = [...columns.map(({ key }) => key), ...details.map(([, detail]) => detail)];
  const computed = measures.flatMap(({ key, arithmetic }) =>
    arithmetic ? [`, ${arithmetic} AS ${quoted(key)}`] : [],
  );
  const best = bestGroups(parts);
  const conditions = [...thresholdConditions(parts), ...(best ? [best.condition] : [])];
  const order = orderTerms(parts);
  const limit = best ? defaultRowLimit : (query.limit ?? defaultRowLimit);
  const sql = [
    `WITH ${[...(workingDays ? [workingDays] : []), `facts AS (${facts})`].join('\n, ')}`,
    `, grouped AS (${groupFacts(parts)})`,
    `, measured AS (SELECT *${computed.join('')} FROM grouped)`,
    best?.tables ?? '',
    `SELECT ${shown.map(quoted).join(', ')} FROM ${best ? 'ranked' : 'measured'}`,
    conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '',
    order.length > 0 ? `ORDER BY ${order.join(', ')}` : '',
    `LIMIT ${parameters.add(limit + 1)}`,
  ];
  return { sql: sql.filter(Boolean).join('\n'), parameters: parameters.values, columns, details, limit };
}
