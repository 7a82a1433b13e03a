import { comparedMeasures, type FigureQuery } from './figureQuery';
import { salesDimensions, interactionDimensions } from './semanticModel/dimensions';
import type { Dimension, Metric, Texts } from './semanticModel/types';

const dimensions: Record<string, Dimension> = { ...salesDimensions, ...interactionDimensions };

/**
 * Why a query that has the right form makes no sense, as a text that says how to mend it; null where it does.
 */
export function queryMistake(query: FigureQuery, metrics: Record<string, Metric>): Texts | null {
  const periods = [query.period, ...(typeof query.compare === 'object' ? [query.compare] : [])];
  const reversed = periods.find(({ from, to }) => from > to);
  if (reversed) {
    return {
      ko: `기간의 시작일(${reversed.from})이 종료일(${reversed.to})보다 늦습니다.`,
      en: `The period begins (${reversed.from}) after it ends (${reversed.to}).`,
    };
  }
  if (query.compare && !query.metrics.some((key) => metrics[key]?.comparable)) {
    const comparable = Object.keys(metrics).filter((key) => metrics[key]!.comparable);
    return {
      ko: `compare는 다음 지표와 함께 쓸 수 있습니다: ${comparable.join(', ')}`,
      en: `compare needs one of these metrics: ${comparable.join(', ')}`,
    };
  }
  const named = [
    ...(query.thresholds ?? []).map(({ measure }) => measure),
    ...(query.order ? [query.order.by] : []),
  ];
  const missing = named.find((name) => !isColumn(name, query));
  if (missing) {
    return {
      ko: `${missing}은(는) 이 조회의 열이 아닙니다. metrics, dimensions 또는 compare에 넣어 주세요.`,
      en: `${missing} is no column of this query: add it to metrics, dimensions or compare.`,
    };
  }
  const dimensionMistake = mistakenDimension(query, metrics) ?? mistakenMonth(query, metrics);
  if (dimensionMistake) return dimensionMistake;
  if (query.allAssignedCustomers && !isAboutCustomers(query.dimensions ?? [])) {
    return {
      ko: 'allAssignedCustomers는 거래처에 관한 dimensions(customer, customerType, region, province, grade)로만 쓸 수 있습니다.',
      en: 'allAssignedCustomers needs dimensions of customers: customer, customerType, region, province, grade.',
    };
  }
  return null;
}

/** A metric grouped by what it makes no sense by. */
function mistakenDimension(query: FigureQuery, metrics: Record<string, Metric>): Texts | null {
  for (const key of query.metrics) {
    const wrong = (query.dimensions ?? []).find((dimension) => metrics[key]!.notBy?.includes(dimension));
    if (wrong === undefined) continue;
    const { label } = metrics[key]!;
    const by = dimensions[wrong]!.label;
    return {
      ko: `${label.ko}(${key})은(는) ${by.ko}(${wrong}) 기준으로 나눌 수 없습니다. 이 기준이나 지표를 빼 주세요.`,
      en: `${label.en} (${key}) cannot be grouped by ${by.en.toLowerCase()} (${wrong}): leave out one of them.`,
    };
  }
  return null;
}

/** A metric that compares with the month before, over more than a month. */
function mistakenMonth(
  { metrics: keys, dimensions: by = [], period }: FigureQuery,
  metrics: Record<string, Metric>,
) {
  const key = keys.find((metric) => metrics[metric]!.withinMonth);
  const isOneMonth = period.from.slice(0, 7) === period.to.slice(0, 7) && !by.includes('week');
  if (key === undefined || by.includes('month') || isOneMonth) return null;
  const { label } = metrics[key]!;
  return {
    ko: `${label.ko}(${key})은(는) 한 달 안의 기간이나 월별로만 볼 수 있습니다. 다른 기간은 compare를 써 주세요.`,
    en: `${label.en} (${key}) needs a period within one month, or the dimension month; else use compare.`,
  };
}

function isColumn(name: string, query: FigureQuery): boolean {
  if (comparedMeasures.some((measure) => measure === name)) return query.compare !== undefined;
  return query.metrics.includes(name) || (query.dimensions ?? []).includes(name);
}

function isAboutCustomers(keys: string[]): boolean {
  return keys.length > 0 && keys.every((key) => dimensions[key]!.table === 'customers');
}
