import type { Language } from '../../shared/problem';
import type { FigureFilters, InteractionsQuery, SalesQuery } from '../figureQuery';
import type { LinkedNames } from '../linkNames/linkedNames';
import { dates } from '../period/dates';
import { dimensionLabel, filterLabels, metricLabel } from '../present/describeFigures';
import type { QuestionUnderstanding } from '../understand/thread';

const words = {
  period: { ko: '기간', en: 'period' },
  compare: { ko: '비교', en: 'compared with' },
  metrics: { ko: '지표', en: 'metrics' },
  dimensions: { ko: '구분', en: 'grouped by' },
  mine: { ko: '본인 실적만', en: 'own rows only' },
} as const;

/**
 * What a question that goes on from others asks for, in words: "거래처 한빛내과의원(C001), 기간 2026-09-01 ~ 2026-09-30, 지표 매출".
 * Null where it stands alone, or is not about figures.
 * @param names those of the question and of the ones before it, by which codes get their names.
 */
export function carriedOver(
  { goesOn, sales, interactions, language }: QuestionUnderstanding,
  names: LinkedNames[],
): string | null {
  if (!goesOn) return null;
  const parts = [sales, interactions].flatMap((query) => (query ? [inWords(query, names, language)] : []));
  return parts.length > 0 ? parts.join('; ') : null;
}

function inWords(
  { period, compare, metrics, dimensions = [], mine, ...query }: SalesQuery | InteractionsQuery,
  names: LinkedNames[],
  language: Language,
): string {
  const filters: FigureFilters = query.filters ?? {};
  const conditions = (Object.keys(filters) as (keyof FigureFilters)[]).flatMap((key) => {
    const value = filters[key];
    if (value === undefined) return [];
    const values = Array.isArray(value) ? value.map((each) => named(each, names)) : [String(value)];
    return [`${filterLabels[key][language]} ${values.join('·')}`];
  });
  return [
    ...conditions,
    ...(mine ? [words.mine[language]] : []),
    `${words.period[language]} ${dates(period)}`,
    ...(compare
      ? [`${words.compare[language]} ${typeof compare === 'string' ? compare : dates(compare)}`]
      : []),
    `${words.metrics[language]} ${metrics.map((key) => metricLabel(key, language)).join('·')}`,
    ...(dimensions.length > 0
      ? [`${words.dimensions[language]} ${dimensions.map((key) => dimensionLabel(key, language)).join('·')}`]
      : []),
  ].join(', ');
}

function named(code: string, names: LinkedNames[]): string {
  for (const { customers, products, employees } of names) {
    const found = [...customers, ...products, ...employees].find((each) => each.code === code);
    if (found) return `${found.name}(${code})`;
  }
  return code;
}
