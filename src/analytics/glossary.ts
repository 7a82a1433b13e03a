import type { GlossaryEntry } from '../shared/glossary';
import { interactionDimensions, salesDimensions } from './semanticModel/dimensions';
import { interactionMetrics } from './semanticModel/interactionMetrics';
import { salesMetrics } from './semanticModel/salesMetrics';
import type { Dimension, Metric } from './semanticModel/types';
import { units } from './semanticModel/units';

/** Everything the semantic model knows, in its order: metrics of sales, of contacts, then what they are grouped by. */
export function glossary(): GlossaryEntry[] {
  return [
    ...Object.entries<Metric>(salesMetrics).map(([key, metric]) => metricEntry(key, metric, 'sales')),
    ...Object.entries<Metric>(interactionMetrics).map(([key, metric]) =>
      metricEntry(key, metric, 'interactions'),
    ),
    ...Object.entries<Dimension>(interactionDimensions).map(([key, dimension]) =>
      dimensionEntry(key, dimension),
    ),
  ];
}

function metricEntry(key: string, metric: Metric, subject: 'sales' | 'interactions'): GlossaryEntry {
  const { label, definition, unit, words, example, notBy = [] } = metric;
  return {
    key,
    kind: 'metric',
    subjects: [subject],
    label,
    definition,
    unit: units[unit],
    words,
    example,
    notBy,
  };
}

function dimensionEntry(key: string, { label, definition, words, example }: Dimension): GlossaryEntry {
  return {
    key,
    kind: 'dimension',
    subjects: key in salesDimensions ? ['sales', 'interactions'] : ['interactions'],
    label,
    definition,
    unit: null,
    words,
    example,
    notBy: [],
  };
}
