import { koreanDay } from '../../shared/koreanTime';
import { partsOf, type Period } from '../period/calendar';
import { unitAround, type CalendarUnit } from '../period/calendarUnits';
import { movedBy } from '../period/moved';
import { readDates, type PeriodReading } from '../period/readDates';
import type { Comparison } from '../figureQuery';
import type { TimeDimension } from '../semanticModel/dimensions';
import type { Reading } from './reading';

/** When a question asks about, and what that is compared with. */
export interface Times {
  period?: Period;
  /** A rolling span that ends today, or a calendar unit. */
  unit?: PeriodReading['unit'];
  compare?: Comparison;
  /** Nothing but a comparison was named: the period is the one under way. */
  isAssumed?: true;
  /** The year that was named with the period. */
  year?: number;
  /** What is written like a date and is none. */
  impossible?: string[];
  /** More than two periods side by side are one, seen by this. */
  dimension?: TimeDimension;
}

const sameTimeLastYear =
  /(?:(?:작년|지난\s*해|전년)도?\s*(?:의\s*)?(?:동기간|동기|동월|동분기|동일\s*기간|같은\s*(?:기간|시점|달|월|분기|시기|때|주)|이\s*맘\s*때|이번\s*달|이\s*시기)|전년비|(?:the\s+)?same\s+(?:period|month|quarter|time|week|days?)\s+(?:of\s+|in\s+)?(?:the\s+)?(?:last|previous|prior)\s+year|this\s+time\s+last\s+year|last\s+year'?s?\s+same\s+\w+|year[\s-]over[\s-]year|year[\s-]on[\s-]year|(?<![a-z])yoy(?![a-z]))(?:\s*(?:과|와|에|의)?\s*(?:대비|보다|비교|비해서?))?/gu;
const theOneBefore = (unit: string) =>
  new RegExp(
    `(?:versus|vs\\.?|against|than|over|compared\\s+(?:to|with))\\s+the\\s+(?:${unit}\\s+before|prior\\s+${unit})(?![a-z])`,
    'gu',
  );
const overTheOneBefore: [RegExp, CalendarUnit][] = [
  [/month[\s-]o(?:ver|n)[\s-]month|(?<![a-z])mom(?![a-z])/gu, 'month'],
  [/quarter[\s-]o(?:ver|n)[\s-]quarter|(?<![a-z])qoq(?![a-z])/gu, 'quarter'],
  [/week[\s-]o(?:ver|n)[\s-]week|(?<![a-z])wow(?![a-z])/gu, 'week'],
  [theOneBefore('month'), 'month'],
  [theOneBefore('quarter'), 'quarter'],
  [theOneBefore('week'), 'week'],
];

/** Behind a period that another one is compared with; the group is what makes it so. */
const comparedBehind =
  /^\s*(?:의|에)?\s*(?:매출|실적|판매량|판매|방문)?\s*(보다|대비|에?\s*비해서?|에\s*비하여|비(?![가-힣])|(?:과|와|이랑|랑|하고)\s*(?:의\s*)?(?:비교|대비|차이)(?:해서?|하면|했을)?)/du;
/** Before it, in English. */
const comparedBefore =
  /(compared\s+(?:to|with)|versus|vs\.?|against|than(?:\s+in)?|over|relative\s+to|up\s+from|down\s+from)\s+(?:the\s+|in\s+|that\s+of\s+|those\s+of\s+)?$/du;
/** Words that put two periods side by side. */
const sideBySideWords =
  /비교(?:해서?|하면|했을)?|차이|대조|(?<![a-z])(?:compared?|comparison|difference|versus|vs)(?![a-z])/gu;
/** Words that name the unit before the one that is spoken of: 전월 of September is August. */
const beforeThat = /^(?:전|직전)/u;

interface NamedPeriod extends PeriodReading {
  word: string;
}

/**
 * Reads the periods of a question and what compares them.
 * @param yearMeant the year of what is spoken of, for dates without one.
 */
export function readTimes(reading: Reading, now: Date, yearMeant?: number): Times {
  const today = koreanDay(now);
  const [lastYear] = reading.take(sameTimeLastYear);
  const unitBefore = overTheOneBefore.find(([pattern]) => reading.take(pattern).length > 0)?.[1];
  const { text } = reading;
  const dates = readDates(text, now, yearMeant);
  const periods = dates.periods.map((period) => ({
    ...period,
    word: text.slice(period.start, period.end),
  }));
  for (const { start, end } of [...periods, ...dates.impossible]) reading.blank(start, end);
  if (dates.impossible.length > 0)
    return { impossible: dates.impossible.map(({ start, end }) => text.slice(start, end).trim()) };
  const bases = periods.filter((period) => takeComparison(period, text, reading));
  const mains = periods.filter((period) => !bases.includes(period));

  if (lastYear) {
    const main = mains[0] ? named(mains[0]) : toDate(today, unitBefore ?? unitMeant(lastYear[0]));
    return { ...main, compare: 'lastYear' };
  }
  if (unitBefore && !mains[0])
    return { ...toDate(today, unitBefore), compare: beforeUnit(today, unitBefore) };
  if (bases[0]) return compared(mains[0], bases[0], today);
  if (unitBefore && mains.length === 1) return { ...named(mains[0]!), compare: 'previous' };
  if (mains.length === 2) return sideBySide(mains, reading.take(sideBySideWords).length > 0, today);
  if (mains.length > 2) return together(mains);
  return mains[0] ? named(mains[0]) : {};
}

/** Whether another period is compared with this one; takes the words that say so. */
function takeComparison({ start, end, unit }: PeriodReading, text: string, reading: Reading): boolean {
  const behind = comparedBehind.exec(text.slice(end))?.indices?.[1];
  if (behind) reading.blank(end + behind[0], end + behind[1]);
  const before = unit === 'span' ? undefined : comparedBefore.exec(text.slice(0, start))?.indices?.[1];
  if (before) reading.blank(before[0], before[1]);
  return behind !== undefined || before !== undefined;
}

/** The unit that "the same time last year" is said of; a year where none is. */
function unitMeant(words: string): CalendarUnit {
  if (/달|월|이\s*맘\s*때|month|this\s+time/u.test(words)) return 'month';
  if (/분기|quarter/u.test(words)) return 'quarter';
  return /주|week/u.test(words) ? 'week' : 'year';
}

/** What "the one before" means for a period: weeks and days are told apart from months only by how they were named. */
export function periodBefore(times: Times): Comparison {
  if (times.unit === 'week') return movedBy(times.period!, { days: -7 });
  if (times.unit === 'day') return movedBy(times.period!, { days: -1 });
  return times.unit === 'year' ? 'lastYear' : 'previous';
}

function named({ period, unit, year }: PeriodReading): Times {
  return { period, unit, ...(year === undefined ? {} : { year }) };
}

function toDate(today: string, unit: CalendarUnit): Times & { period: Period } {
  return { period: { from: unitAround(today, unit).from, to: today }, unit, isAssumed: true };
}

function beforeUnit(today: string, unit: CalendarUnit): Comparison {
  return periodBefore(toDate(today, unit));
}

/** A period that another one was named to compare it with. */
function compared(main: PeriodReading | undefined, base: NamedPeriod, today: string): Times {
  if (!main) {
    const isPrevious = base.moved === -1 && base.unit !== 'span';
    if (!isPrevious) return { ...toDate(today, 'month'), compare: base.period };
    const times = toDate(today, base.unit as CalendarUnit);
    return { ...times, compare: periodBefore(times) };
  }
  const times = named(main);
  if (base.moved === -1 && base.unit === 'year') return { ...times, compare: 'lastYear' };
  const isBefore =
    base.moved === -1 && base.unit === main.unit && (main.moved === 0 || beforeThat.test(base.word));
  return { ...times, compare: isBefore ? periodBefore(times) : asFar(main, base, today) };
}

/** "8월과 9월": the later one, with the earlier one beside it. */
function sideBySide(periods: PeriodReading[], isCompared: boolean, today: string): Times {
  const [earlier, later] = periods.toSorted((a, b) => a.period.from.localeCompare(b.period.from)) as [
    PeriodReading,
    PeriodReading,
  ];
  if (!isCompared && later.period.from <= earlier.period.to) return named(later);
  const areYears =
    earlier.unit === 'year' && later.unit === 'year' && later.moved === 0 && earlier.moved === -1;
  return { ...named(later), compare: areYears ? 'lastYear' : asFar(later, earlier, today) };
}

/**
 * What a period is compared with: this month, this quarter and any year under way are held against as much of the other,
 * not against all of it. "11월" is a month as a whole.
 */
function asFar({ unit, period, moved }: PeriodReading, base: PeriodReading, today: string): Period {
  const isUnit = unit === 'year' || (moved === 0 && (unit === 'month' || unit === 'quarter'));
  const isUnderWay = isUnit && period.to === today && period.from === unitAround(today, unit).from;
  if (!isUnderWay || base.unit !== unit || base.period.to >= period.from) return base.period;
  const [from, to] = [partsOf(period.from), partsOf(base.period.from)];
  return movedBy(period, { months: (to.year - from.year) * 12 + to.month - from.month });
}

/** "7월, 8월, 9월": all of it, by month. */
function together(periods: PeriodReading[]): Times {
  const from = periods.map(({ period }) => period.from).sort()[0]!;
  const to = periods
    .map(({ period }) => period.to)
    .sort()
    .at(-1)!;
  const { unit } = periods[0]!;
  const isGroup = unit !== 'span' && unit !== 'half';
  return { period: { from, to }, unit: 'span', dimension: isGroup ? unit : 'month' };
}
