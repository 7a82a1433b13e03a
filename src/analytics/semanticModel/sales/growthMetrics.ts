import type { Metric } from '../types';
import { words } from '../words';
import { growthOver } from '../growthOver';
import { amountOf } from './factsOf';

/** Growth as a figure of its own; `compare` of a query shows what is compared beside it, of any metric. */
export const growthMetrics = {
  growthOnMonth: {
    label: { ko: '전월 대비 증감률', en: 'Growth on the month before' },
    words: words(
      '전월 대비 증감률, 전월 대비 성장률, 전월 대비 증가율, 전월비, 월 성장률',
      'growth on month, month over month growth, mom growth',
    ),
    definition: {
      ko: '전월 대비 증감률은 한 달 전 같은 날들의 매출과 비교, 그때 매출이 없으면 비어 있음',
      en: 'growth on the month before is over sales of the same days a month earlier; empty where there were none',
    },
    example: { ko: '이번 달 팀별 전월 대비 증감률', en: 'Month over month growth by team' },
    kind: 'ratio',
    unit: 'percent',
    sql: (part) => growthOver(amountOf(part), amountOf('monthBefore')),
    parts: ['monthBefore'],
    withinMonth: true,
  },
  growthOnYear: {
    label: { ko: '전년 동기 대비 증감률', en: 'Growth on the year before' },
    words: words(
      '전년 동기 대비 증감률, 전년 동기 대비 성장률, 전년 대비 증감률, 전년 대비 성장률, 전년비, 연 성장률',
      'growth on year, year over year growth, yoy growth, annual growth',
    ),
    definition: {
      ko: '전년 동기 대비 증감률은 한 해 전 같은 날들의 매출과 비교, 그때 매출이 없으면 비어 있음',
      en: 'growth on the year before is over sales of the same days a year earlier; empty where there were none',
    },
    example: { ko: '올해 월별 전년 동기 대비 증감률', en: 'Year over year growth by month' },
    kind: 'ratio',
    unit: 'percent',
    sql: (part) => growthOver(amountOf(part), amountOf('yearBefore')),
    parts: ['yearBefore'],
  },
} as const satisfies Record<string, Metric>;
