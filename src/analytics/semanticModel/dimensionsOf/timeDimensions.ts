import type { Dimension } from '../types';
import { words } from '../words';

/** When. */
export const timeDimensions = {
  day: {
    label: { ko: '일', en: 'Day' },
    words: words('일, 일자, 날짜', 'day, daily, date'),
    definition: { ko: '일은 한국 시각의 달력 날짜', en: 'the day is the calendar day in Korea' },
    example: { ko: '9월 일별 매출', en: 'Daily sales in September' },
    kind: 'day',
    sql: "to_char(facts.day, 'YYYY-MM-DD')",
    step: { days: 1 },
  },
  week: {
    label: { ko: '주(월요일)', en: 'Week (Monday)' },
    words: words('주, 주간, 주차', 'week, weekly'),
    definition: {
      ko: '주는 월요일에 시작하며 그 월요일의 날짜로 표시',
      en: 'weeks begin on Monday and are named by its date',
    },
    example: { ko: '최근 8주 주별 방문 횟수', en: 'Weekly visits of the last 8 weeks' },
    kind: 'day',
    sql: "to_char(date_trunc('week', facts.day), 'YYYY-MM-DD')",
    step: { days: 7 },
  },
  month: {
    label: { ko: '월', en: 'Month' },
    words: words('월, 달, 매월, 매달, 월간', 'month, monthly'),
    definition: { ko: '월은 한국 시각의 달력 월', en: 'the month is the calendar month in Korea' },
    example: { ko: '올해 월별 매출 추이', en: 'Monthly sales this year' },
    kind: 'month',
    sql: "to_char(facts.day, 'YYYY-MM')",
    step: { months: 1 },
  },
  quarter: {
    label: { ko: '분기', en: 'Quarter' },
    words: words('분기', 'quarter, quarterly'),
    definition: {
      ko: '분기는 1월, 4월, 7월, 10월에 시작',
      en: 'quarters begin in January, April, July and October',
    },
    example: { ko: '작년 분기별 매출', en: 'Quarterly sales last year' },
    kind: 'text',
    sql: `to_char(facts.day, 'YYYY-"Q"Q')`,
    step: { months: 3 },
  },
  year: {
    label: { ko: '연도', en: 'Year' },
    words: words('연도, 년도, 연, 년, 해, 연간', 'year, yearly, annually'),
    definition: { ko: '연도는 달력의 해', en: 'the year is the calendar year' },
    example: { ko: '연도별 매출', en: 'Yearly sales' },
    kind: 'text',
    sql: "to_char(facts.day, 'YYYY')",
    step: { months: 12 },
  },
} as const satisfies Record<string, Dimension>;
