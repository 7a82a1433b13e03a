import type { TableColumn } from '../../shared/resultTable';
import type { Language } from '../../shared/problem';
import type { FigureColumn } from '../compile/compiled';
import { dates } from '../period/dates';
import type { FigureFilters } from '../figureQuery';
import { interactionDimensions } from '../semanticModel/dimensions';
import { interactionMetrics } from '../semanticModel/interactionMetrics';
import { salesMetrics } from '../semanticModel/salesMetrics';
import type { Dimension, Metric, Texts } from '../semanticModel/types';
import { units } from '../semanticModel/units';
import type { Answered } from './answered';

const metrics: Record<string, Metric> = { ...salesMetrics, ...interactionMetrics };
const dimensions: Record<string, Dimension> = interactionDimensions;

const comparedSuffix = /(?:Before|Change)$/;
/** Names of a filter that a title has room for. */
const namesInTitle = 2;

export const filterLabels: Record<keyof FigureFilters, Texts> = {
  employeeNos: { ko: '담당자', en: 'employee' },
  teams: { ko: '팀', en: 'team' },
  customers: { ko: '거래처', en: 'customer' },
  customerTypes: { ko: '거래처 유형', en: 'customer type' },
  regions: { ko: '지역', en: 'region' },
  grades: { ko: '등급', en: 'grade' },
  products: { ko: '제품', en: 'product' },
  therapeuticClasses: { ko: '약효군', en: 'therapeutic class' },
  ingredients: { ko: '성분', en: 'ingredient' },
  reimbursed: { ko: '급여 구분', en: 'reimbursement' },
  interactionTypes: { ko: '활동 유형', en: 'contact type' },
};

/** "나루암로정 5mg · 거래처별 매출" */
export function titleOf({ request, resolved, language }: Answered): string {
  const what = subjectOf(request, language);
  const names = filterValues(resolved, language).flatMap(({ values }) => shortened(values, language));
  return [...names, what].join(' · ');
}

/** What a metric of either subject is called. */
export function metricLabel(key: string, language: Language): string {
  return metrics[key]!.label[language];
}

/** What figures are grouped by, in words. */
export function dimensionLabel(key: string, language: Language): string {
  return dimensions[key]!.label[language];
}

/** What the figures mean, of which rows and which days: said with every table. */
export function definitionOf({ request, resolved, compiled, language, today }: Answered): string {
  const ko = language === 'ko';
  const conditions = filterValues(resolved, language).map(
    ({ label, values }) => `${label} ${values.join(', ')}`,
  );
  const parts = [
    `${ko ? '기간' : 'Period'} ${dates(request.query.period)}`,
    ...(compiled.basePeriod ? [`${ko ? '비교 기간' : 'compared with'} ${dates(compiled.basePeriod)}`] : []),
    ...compiled.notes.map((note) => note[language]),
    ...(conditions.length > 0 ? [`${ko ? '조건' : 'only'}: ${conditions.join('; ')}`] : []),
    ...(isList(request) ? [] : request.query.metrics.map((key) => metrics[key]!.definition[language])),
    ...(request.query.allAssignedCustomers
      ? [ko ? '오늘 담당하는 거래처 전체' : 'all customers assigned today']
      : []),
  ];
  return `${parts.join('. ')}. ${ko ? `${today} 기준` : `As of ${today}`}.`;
}

/** What a column of figures means, and what one of it is. */
export function meaningOf(
  { key }: Pick<FigureColumn, 'key'>,
  language: Language,
): Pick<TableColumn, 'unit' | 'definition'> {
  const definition = metrics[key]?.definition[language];
  const counted = metrics[key.replace(comparedSuffix, '')]?.unit;
  // A ratio is a fraction, whatever it is shown as.
  const unit = counted === 'percent' ? undefined : counted;
  return { ...(unit ? { unit: units[unit][language] } : {}), ...(definition ? { definition } : {}) };
}

function subjectOf(request: Answered['request'], language: Language): string {
  if (isList(request)) return language === 'ko' ? '활동 내역' : 'Contacts';
  const names = request.query.metrics.map((key) => metrics[key]!.label[language]);
  const groups = (request.query.dimensions ?? []).map((key) => dimensions[key]!.label[language]);
  if (language === 'ko')
    return [...(groups.length > 0 ? [`${groups.join('·')}별`] : []), names.join(', ')].join(' ');
  return [names.join(', '), ...(groups.length > 0 ? [`by ${groups.join(' and ').toLowerCase()}`] : [])].join(
    ' ',
  );
}

function isList(request: Answered['request']): boolean {
  return request.subject === 'interactions' && request.query.list === true;
}

function filterValues(
  { filters, shown }: Answered['resolved'],
  language: Language,
): { label: string; values: string[] }[] {
  return (Object.keys(filterLabels) as (keyof FigureFilters)[]).flatMap((key) => {
    const value = filters[key];
    if (value === undefined) return [];
    const values = typeof value === 'boolean' ? [reimbursement(value, language)] : (shown[key] ?? value);
    return [{ label: filterLabels[key][language], values }];
  });
}

function reimbursement(reimbursed: boolean, language: Language): string {
  if (language === 'ko') return reimbursed ? '급여' : '비급여';
  return reimbursed ? 'reimbursed' : 'not reimbursed';
}

function shortened(values: string[], language: Language): string {
  if (values.length <= namesInTitle) return values.join(', ');
  const more = values.length - namesInTitle;
  return `${values.slice(0, namesInTitle).join(', ')} ${language === 'ko' ? `외 ${more}` : `and ${more} more`}`;
}
