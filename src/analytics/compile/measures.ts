import { comparedMeasures, type FigureQuery } from '../figureQuery';
import { growthOver } from '../semanticModel/growthOver';
import type { Metric, Texts } from '../semanticModel/types';
import type { FigureColumn } from './compiled';
import { quoted } from './parameterList';

/** A column of figures: an aggregate over `facts`, or arithmetic over such columns by their names. */
export interface Measure extends FigureColumn {
  aggregate?: string;
  arithmetic?: string;
  none?: Metric['none'];
  additive?: boolean;
}

const before: Record<'previous' | 'lastYear' | 'given', (label: Texts) => Texts> = {
  previous: ({ ko, en }) => ({ ko: `직전 기간 ${ko}`, en: `${en}, period before` }),
  lastYear: ({ ko, en }) => ({ ko: `전년 동기 ${ko}`, en: `${en}, last year` }),
  given: ({ ko, en }) => ({ ko: `비교 기간 ${ko}`, en: `${en}, compared period` }),
};

/**
 * The columns of figures a query asks for. A comparison adds three to each metric that can be compared: what it was
 * before, the change, and the growth (null where there was nothing to grow from).
 * @param today SQL of the current day in Korea.
 */
export function measuresOf(query: FigureQuery, metrics: Record<string, Metric>, today: string): Measure[] {
  return query.metrics.flatMap((key) => {
    const metric = metrics[key]!;
    const { label, kind, none, additive } = metric;
    const value: Measure = { key, label, kind, none, additive, aggregate: metric.sql('current', today) };
    return query.compare && metric.comparable
      ? [value, ...comparison(key, metric, query.compare, today)]
      : [value];
  });
}

/** The column that a measure of a threshold or an order means: `change` is that of the first compared metric. */
export function measureKey(name: string, query: FigureQuery, metrics: Record<string, Metric>): string {
  if (!comparedMeasures.some((measure) => measure === name)) return name;
  const compared = query.metrics.find((key) => metrics[key]!.comparable);
  return `${compared}${name === 'change' ? 'Change' : 'Growth'}`;
}

function comparison(
  key: string,
  metric: Metric,
  compare: NonNullable<FigureQuery['compare']>,
  today: string,
): Measure[] {
  const { label, kind, additive } = metric;
  const now = quoted(key);
  const was = quoted(`${key}Before`);
  return [
    {
      key: `${key}Before`,
      label: before[typeof compare === 'object' ? 'given' : compare](label),
      kind,
      additive,
      isBase: true,
      aggregate: metric.sql('base', today),
    },
    {
      key: `${key}Change`,
      label: { ko: `${label.ko} 증감`, en: `Change in ${label.en.toLowerCase()}` },
      kind,
      arithmetic: `${now} - ${was}`,
    },
    {
      key: `${key}Growth`,
      label: { ko: `${label.ko} 증감률`, en: `Growth of ${label.en.toLowerCase()}` },
      kind: 'ratio',
      arithmetic: growthOver(now, was),
    },
  ];
}
