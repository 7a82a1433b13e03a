import { addDays, partsOf, type Day, type Period } from './calendar';
import { partOfMonth, weekOfMonth } from './partsOfMonth';
import { spanUntil, unitAround, type CalendarUnit } from './calendarUnits';
import { koreanNumber, koreanNumberPattern } from './koreanNumbers';
import { resolve, type CalendarReference, type Reference, type ReferencePattern } from './reference';

/** Words for the unit under way and its neighbours. `전달` is as often "to hand over", so it needs company. */
const relativeWords: { words: string; unit: CalendarUnit; moved: number }[] = [
  { words: '오늘|금일', unit: 'day', moved: 0 },
  { words: '어제|어저께|전일', unit: 'day', moved: -1 },
  { words: '그저께|그제|엊그제', unit: 'day', moved: -2 },
  { words: '내일', unit: 'day', moved: 1 },
  { words: '(?:이번\\s*주|금주)(?![문요력])', unit: 'week', moved: 0 },
  { words: '(?:지난\\s*주|저번\\s*주|직전\\s*주|전주)(?![문요력시])', unit: 'week', moved: -1 },
  { words: '지지난\\s*주|저저번\\s*주|전전주', unit: 'week', moved: -2 },
  { words: '다음\\s*주|차주', unit: 'week', moved: 1 },
  { words: '이번\\s*달|이번\\s*월|이달|당월|금월', unit: 'month', moved: 0 },
  {
    words:
      '지난\\s*달|저번\\s*달|지난\\s*월|직전\\s*월|전월|전달(?=\\s*(?:매출|실적|대비|보다|비해|에|과|의))',
    unit: 'month',
    moved: -1,
  },
  { words: '지지난\\s*달|저저번\\s*달|전전월', unit: 'month', moved: -2 },
  { words: '다음\\s*달|내달|익월', unit: 'month', moved: 1 },
  { words: '이번\\s*분기|현\\s*분기|당\\s*분기|금분기', unit: 'quarter', moved: 0 },
  { words: '지난\\s*분기|저번\\s*분기|직전\\s*분기|전\\s*분기', unit: 'quarter', moved: -1 },
  { words: '다음\\s*분기|차분기', unit: 'quarter', moved: 1 },
  { words: '이번\\s*반기|현\\s*반기', unit: 'half', moved: 0 },
  { words: '지난\\s*반기|직전\\s*반기|전\\s*반기', unit: 'half', moved: -1 },
  { words: '올해|올\\s*한\\s*해|금년도?|이번\\s*해|당해\\s*연도', unit: 'year', moved: 0 },
  { words: '작년도?|지난\\s*해|전년도?|직전\\s*연도', unit: 'year', moved: -1 },
  { words: '재작년|지지난\\s*해|전전년도?', unit: 'year', moved: -2 },
  { words: '내년도?', unit: 'year', moved: 1 },
];

const spanUnits: { words: string; unit: CalendarUnit }[] = [
  { words: '개월|달', unit: 'month' },
  { words: '주일|주', unit: 'week' },
  { words: '일', unit: 'day' },
  { words: '개년|년', unit: 'year' },
  { words: '개\\s*분기', unit: 'quarter' },
];

/** Spans with a word of their own, in days unless told. */
const spanWords: { words: string; unit: CalendarUnit; count: number }[] = [
  { words: '하루', unit: 'day', count: 1 },
  { words: '이틀', unit: 'day', count: 2 },
  { words: '사흘', unit: 'day', count: 3 },
  { words: '나흘', unit: 'day', count: 4 },
  { words: '열흘', unit: 'day', count: 10 },
  { words: '보름', unit: 'day', count: 15 },
  { words: '일주일', unit: 'week', count: 1 },
  { words: '반년', unit: 'month', count: 6 },
];

const spanBefore = '(?:최근|지난|과거|직전)\\s*';
const spanAfter = '\\s*(?:간|동안|이내|내에|치)';

/** A number of units: with `최근` before it or `동안` behind it, it is a span that ends today. */
const spans: ReferencePattern[] = [
  ...spanUnits.flatMap(({ words, unit }) =>
    bothSpanForms(`(?<count>${koreanNumberPattern})\\s*(?:${words})`).map((pattern) => ({
      pattern,
      read: ({ count }: Record<string, string | undefined>, today: string) =>
        ({ kind: 'relative', unit: 'span', period: spanUntil(today, unit, koreanNumber(count!)) }) as const,
    })),
  ),
  ...spanWords.flatMap(({ words, unit, count }) =>
    bothSpanForms(words).map((pattern) => ({
      pattern,
      read: (_: object, today: string) =>
        ({ kind: 'relative', unit: 'span', period: spanUntil(today, unit, count) }) as const,
    })),
  ),
];

/** `최근 3분기` is a span; `지난 3분기` is the third quarter. */
const recentQuarters: ReferencePattern = {
  pattern: sticky(`최근\\s*(?<count>\\d+)\\s*분기`),
  read: ({ count }, today) => ({
    kind: 'relative',
    unit: 'span',
    period: spanUntil(today, 'quarter', Number(count)),
  }),
};

const ago: ReferencePattern[] = spanUnits.map(({ words, unit }) => ({
  pattern: sticky(
    `(?<count>${koreanNumberPattern})\\s*(?:${words})\\s*전(?![가-힣]*\\s*대비)(?=[^가-힣]|에|의|부터|까지|보다|과|$)`,
  ),
  read: ({ count }, today) => {
    const moved = -koreanNumber(count!);
    return { kind: 'relative', unit, moved, period: unitAround(today, unit, moved) };
  },
}));

const relative: ReferencePattern[] = relativeWords.map(({ words, unit, moved }) => ({
  pattern: sticky(`(?:${words})`),
  read: (_, today) => ({ kind: 'relative', unit, moved, period: unitAround(today, unit, moved) }),
}));

const yearPattern =
  '(?:(?<year>20\\d\\d|[23]\\d)\\s*(?:년도?|[./](?=\\s*\\d{1,2}\\s*월))|(?<yearWord>올해|금년|올|작년|지난\\s*해|전년|재작년|내년))\\s*(?:의\\s*)?';
/** Any number: `13월` is read, and found to be none. */
const monthPattern = '(?<month>\\d{1,2})\\s*월(?:달)?';
const monthsPattern = '(?<month>1[0-2]|0?[1-9])\\s*월?\\s*[~∼-]\\s*(?<lastMonth>1[0-2]|0?[1-9])\\s*월';
const quarterPattern = '(?<quarter>[1-4])\\s*(?:/\\s*4\\s*)?(?:사)?분기';
const halfPattern = '(?<half>[상하])반기';

const calendar: ReferencePattern[] = [
  `(?:${yearPattern})?${monthPattern}\\s*(?<date>\\d{1,2})\\s*일`,
  `(?:${yearPattern})?${monthsPattern}`,
  `(?:${yearPattern})?(?:지난\\s*)?${monthPattern}`,
  `(?:${yearPattern})?(?:지난\\s*)?${quarterPattern}`,
  `(?:${yearPattern})?(?:지난\\s*)?${halfPattern}`,
  '(?<year>20\\d\\d|[23]\\d)\\s*년도?',
].map((source) => ({
  pattern: sticky(source),
  read: (groups, today) => ({ kind: 'calendar', ...calendarParts(groups, today) }),
}));

/** `월요일`, `지난 금요일`, `이번 주 수요일`: without a week the latest one. */
const weekdays = '월화수목금토일';
const weekday: ReferencePattern = {
  pattern: sticky(
    `(?:(?<week>이번\\s*주|금주|지난\\s*주|저번\\s*주|지지난\\s*주)\\s*|지난\\s*|저번\\s*|이번\\s*)?(?<weekday>[${weekdays}])요일`,
  ),
  read: ({ week, weekday: name }, today) => {
    const daysOn = weekdays.indexOf(name!);
    const inThisWeek = addDays(unitAround(today, 'week').from, daysOn);
    const back = week ? (/^(?:이번|금)/u.test(week) ? 0 : week.startsWith('지지난') ? 14 : 7) : 0;
    const day = addDays(inThisWeek, !week && inThisWeek >= today ? -7 : -back);
    return { kind: 'relative', unit: 'day', period: { from: day, to: day } };
  },
};

function calendarParts(
  groups: Record<string, string | undefined>,
  today: Day,
): Omit<CalendarReference, 'kind'> {
  const { year, yearWord, half, quarter, month, lastMonth, date } = groups;
  return {
    year: year ? fullYear(Number(year)) : yearWord ? partsOf(today).year + yearsFromNow(yearWord) : undefined,
    half: half ? (half === '상' ? 1 : 2) : undefined,
    quarter: numberOrNothing(quarter),
    month: numberOrNothing(month),
    lastMonth: numberOrNothing(lastMonth),
    date: numberOrNothing(date),
  };
}

/** `9월 첫째 주`, `지난달 말`: a part of a month that is named before it. */
const monthWords = relativeWords.filter(({ unit }) => unit === 'month');
const partPattern =
  '\\s*(?:의\\s*)?(?:(?<week>첫|둘|두|셋|세|넷|네|다섯|마지막|[1-5])\\s*(?:째|번째)?\\s*주(?:차)?(?![문요력])|(?<third>초순|상순|초|중순|하순|말)(?=에|부터|까지|의|\\s|$))';
const partsOfMonths: ReferencePattern[] = [
  ...monthWords.map(({ words, moved }) => ({
    pattern: sticky(`(?:${words})${partPattern}`),
    read: (groups: Record<string, string | undefined>, today: string) =>
      partOf(unitAround(today, 'month', moved), groups),
  })),
  {
    pattern: sticky(`(?:${yearPattern})?${monthPattern}${partPattern}`),
    read: (groups, today) => {
      const month = resolve({ kind: 'calendar', ...calendarParts(groups, today) }, today);
      return month && partOf(unitAround(month.from, 'month'), groups);
    },
  },
];

/** `월초` alone is of the month under way. */
const monthBeginning: ReferencePattern = {
  pattern: sticky('월\\s*초(?![가-힣]*\\s*(?:진|과))'),
  read: (_, today) => partOf(unitAround(today, 'month'), { third: '초' }),
};

function partOf(month: Period, { week, third }: Record<string, string | undefined>): Reference | null {
  if (third) return { kind: 'relative', unit: 'span', period: partOfMonth(month, third) };
  const period = weekOfMonth(month, week === '마지막' ? 'last' : koreanNumber(week!));
  return period && { kind: 'relative', unit: 'week', period };
}

/** Korean ways to write a time. */
export const koreanReferences: ReferencePattern[] = [
  ...spans,
  recentQuarters,
  ...ago,
  ...partsOfMonths,
  weekday,
  monthBeginning,
  ...calendar,
  ...relative,
];

function bothSpanForms(amount: string): RegExp[] {
  return [sticky(`${spanBefore}${amount}(?:${spanAfter})?`), sticky(`${amount}${spanAfter}`)];
}

function sticky(source: string): RegExp {
  return new RegExp(source, 'uy');
}

function yearsFromNow(word: string): number {
  if (word === '재작년') return -2;
  if (word === '내년') return 1;
  return /^(?:작년|지난|전년)/u.test(word) ? -1 : 0;
}

function fullYear(year: number): number {
  return year < 100 ? 2000 + year : year;
}

function numberOrNothing(digits: string | undefined): number | undefined {
  return digits === undefined ? undefined : Number(digits);
}
