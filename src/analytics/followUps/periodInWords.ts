import { partsOf, type Day, type Period } from '../period/calendar';
import { endingBy, spanUntil, unitAround, type CalendarUnit } from '../period/calendarUnits';
import type { Texts } from '../semanticModel/types';

const units: CalendarUnit[] = ['month', 'quarter', 'half', 'year', 'week', 'day'];
/** Rolling months that have a name: 최근 12개월. */
const longestSpan = 24;

/** The unit of the calendar that a period is, up to today where it is under way; null: it is none. */
export function unitOf(period: Period, today: Day): CalendarUnit | null {
  return (
    units.find((unit) => isSame(period, endingBy(today, unitAround(period.from, unit)), { orWhole: unit })) ??
    null
  );
}

/** The unit after a period, or the one before it where that has not begun; null: it is no unit of the calendar. */
export function neighbourOf(period: Period, today: Day): Period | null {
  const unit = unitOf(period, today);
  if (!unit) return null;
  const next = unitAround(period.from, unit, 1);
  return next.from <= today ? endingBy(today, next) : unitAround(period.from, unit, -1);
}

/** A period as people name it. */
export function periodInWords(period: Period, today: Day): Texts {
  const unit = unitOf(period, today);
  const named = unit && unitInWords(period, unit, today);
  if (named) return named;
  const months = Array.from({ length: longestSpan }, (_, at) => at + 1).find((count) =>
    isSame(period, spanUntil(today, 'month', count)),
  );
  if (months) return { ko: `최근 ${months}개월`, en: `in the last ${months} months` };
  return {
    ko: `${dayInWords(period.from)}부터 ${dayInWords(period.to)}까지`,
    en: `from ${period.from} to ${period.to}`,
  };
}

const underWay: Partial<Record<CalendarUnit, Texts>> = {
  day: { ko: '오늘', en: 'today' },
  week: { ko: '이번 주', en: 'this week' },
  month: { ko: '이번 달', en: 'this month' },
  quarter: { ko: '이번 분기', en: 'this quarter' },
  year: { ko: '올해', en: 'this year' },
};

const englishMonths =
  'January February March April May June July August September October November December'.split(' ');

function unitInWords({ from }: Period, unit: CalendarUnit, today: Day): Texts | null {
  const { year, month } = partsOf(from);
  const isNow = from === unitAround(today, unit).from;
  const now = isNow ? underWay[unit] : undefined;
  if (now) return now;
  switch (unit) {
    case 'day':
      return { ko: dayInWords(from), en: `on ${from}` };
    case 'week':
      return from === unitAround(today, 'week', -1).from ? { ko: '지난주', en: 'last week' } : null;
    case 'month':
      return { ko: `${year}년 ${month}월`, en: `in ${englishMonths[month - 1]} ${year}` };
    case 'quarter': {
      const quarter = (month + 2) / 3;
      return { ko: `${year}년 ${quarter}분기`, en: `in Q${quarter} ${year}` };
    }
    case 'half':
      return month === 1
        ? { ko: `${year}년 상반기`, en: `in the first half of ${year}` }
        : { ko: `${year}년 하반기`, en: `in the second half of ${year}` };
    case 'year':
      return { ko: `${year}년`, en: `in ${year}` };
  }
}

function dayInWords(day: Day): string {
  const { year, month, date } = partsOf(day);
  return `${year}년 ${month}월 ${date}일`;
}

/** With `orWhole` a unit counts also when it was asked for whole, though it is under way. */
function isSame(one: Period, other: Period, { orWhole }: { orWhole?: CalendarUnit } = {}): boolean {
  if (one.from !== other.from) return false;
  return one.to === other.to || (orWhole !== undefined && one.to === unitAround(one.from, orWhole).to);
}
