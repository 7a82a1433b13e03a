import type { Language } from '../../shared/problem';
import type { FigureFilters } from '../figureQuery';
import { brandFamily } from '../linkNames/nameForms';
import type { Day } from '../period/calendar';
import { interactionDimensions } from '../semanticModel/dimensions';
import { interactionMetrics } from '../semanticModel/interactionMetrics';
import { salesMetrics } from '../semanticModel/salesMetrics';
import type { Dimension, Metric } from '../semanticModel/types';
import type { MeantFigures } from './meantFigures';
import { periodInWords } from './periodInWords';

const metrics: Record<string, Metric> = { ...salesMetrics, ...interactionMetrics };
const dimensions: Record<string, Dimension> = interactionDimensions;

/** Names behind the codes of filters. */
export type ShownNames = Partial<Record<keyof FigureFilters, string[]>>;

/** The question that asks for certain figures, as a person would; null where it would be a list of conditions. */
export function figureQuestion(
  meant: MeantFigures,
  names: ShownNames,
  { language, today }: { language: Language; today: Day },
): string | null {
  // A list of visits says itself which contacts are in it.
  const filters = meant.list ? { ...meant.filters, interactionTypes: undefined } : meant.filters;
  const conditions = conditionsInWords(filters, names, language);
  if (!conditions) return null;
  return language === 'ko' ? inKorean(meant, conditions, today) : inEnglish(meant, conditions, today);
}

function inKorean(meant: MeantFigures, conditions: string[], today: Day): string {
  const { metric, dimensions: groups, mine, compare, limit, list } = meant;
  const period = meant.period ? periodInWords(meant.period, today).ko : monthly(groups) ? '최근 12개월' : '';
  const label = metrics[metric]!.label.ko;
  const by = groups.map((key) => dimensions[key]!.label.ko);
  const isRanking = limit !== undefined && groups.length === 1;
  const what = list
    ? ['최근 방문 내역']
    : isRanking
      ? [label, `상위 ${limit}개`, by[0]!]
      : [...(by.length > 0 ? [`${by.join(', ')}별`] : []), label];
  return words([
    ...conditions,
    period,
    ...(mine ? ['내'] : []),
    ...what,
    ...(compare ? ['전년 동기 대비'] : []),
  ]);
}

function inEnglish(meant: MeantFigures, conditions: string[], today: Day): string {
  const { metric, dimensions: groups, mine, compare, limit, list } = meant;
  const period = meant.period
    ? periodInWords(meant.period, today).en
    : monthly(groups)
      ? 'in the last 12 months'
      : '';
  const label = metrics[metric]!.label.en.toLowerCase();
  const by = groups.map((key) => dimensions[key]!.label.en.toLowerCase());
  const of = conditions.length > 0 ? [`for ${conditions.join(' ')}`] : [];
  const whose = mine ? ['my'] : [];
  const isRanking = limit !== undefined && groups.length === 1;
  const what = list
    ? ['List the recent visits', ...of]
    : isRanking
      ? [`Top ${limit} ${by[0]!}s by`, ...whose, label, ...of, period]
      : [...whose, label, ...of, period, ...(by.length > 0 ? [`by ${by.join(' and ')}`] : [])];
  const text = words([...what, ...(compare ? ['compared with the same period last year'] : [])]);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function monthly(groups: string[]): boolean {
  return groups.length === 1 && groups[0] === 'month';
}

function words(parts: string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}

const worded: { [Key in keyof Required<FigureFilters>]?: (value: string, language: Language) => string } = {
  grades: (grade, language) => (language === 'ko' ? `${grade}등급` : `grade ${grade}`),
  therapeuticClasses: (name, language) => (language === 'ko' ? `${name} 치료제` : name),
};

/** One name a filter; null where a filter has several, or is one that no word stands for. */
function conditionsInWords(filters: FigureFilters, names: ShownNames, language: Language): string[] | null {
  const conditions: string[] = [];
  for (const key of Object.keys(filters) as (keyof FigureFilters)[]) {
    const value = filters[key];
    if (value === undefined) continue;
    if (typeof value === 'boolean') {
      conditions.push(value ? '급여 제품' : '비급여 제품');
      continue;
    }
    const name = oneName(key, names[key] ?? value);
    if (name === null) return null;
    conditions.push(worded[key]?.(name, language) ?? name);
  }
  return conditions;
}

/** Several strengths of one brand are named by the brand. */
function oneName(key: keyof FigureFilters, values: string[]): string | null {
  if (values.length === 1) return values[0]!;
  const families = key === 'products' ? [...new Set(values.map(brandFamily))] : [];
  return families.length === 1 ? families[0]! : null;
}
