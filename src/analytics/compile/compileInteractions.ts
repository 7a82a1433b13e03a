import type { InteractionsQuery } from '../figureQuery';
import { interactionDimensions } from '../semanticModel/dimensions';
import { interactionMetrics } from '../semanticModel/interactionMetrics';
import type { Dimension, Metric } from '../semanticModel/types';
import type { CompiledQuery } from './compiled';
import { groupsOf } from './compileSales';
import { factParts } from './factParts';
import { groupedQuery } from './groupedQuery';
import { interactionFacts } from './interactionFacts';
import { measuresOf } from './measures';
import { parameterList } from './parameterList';

const metrics: Record<string, Metric> = interactionMetrics;
const dimensions: Record<string, Dimension> = interactionDimensions;

/** A query about contacts as one parameterised statement, see `compileSales`. */
export function compileInteractions(query: InteractionsQuery, today: string): CompiledQuery {
  const parameters = parameterList();
  const groups = groupsOf(query, dimensions);
  const todaySql = `date '${today}'`; // the clock's, not a person's words
  const needed = factParts(query, metrics, groups);
  const tables = new Set(groups.flatMap(({ table }) => table ?? []));
  const facts = interactionFacts({ query, needed, tables, today: todaySql, parameters });
  const measures = measuresOf(query, metrics, todaySql);
  return {
    ...groupedQuery({ query, metrics, facts, groups, measures, parameters }),
    basePeriod: needed.base?.period,
    notes: needed.notes,
  };
}
