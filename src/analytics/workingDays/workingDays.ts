import * as gazette from '@hyunbinseo/holidays-kr/all';
import { addDays, dayOf, lengthOfMonth, partsOf, weekdayOf, type Day, type Period } from '../period/calendar';

/** The public holidays of Korea as the government publishes them each year: lunar, substitute and one-time ones too. */
const holidays: Record<string, object> = Object.fromEntries(
  Object.entries(gazette).map(([name, days]) => [name.slice(1), days]),
);

/** How far a month is by its working days. */
export interface MonthProgress {
  /** Its first day. */
  month: Day;
  /** Working days of the month that are in the period and not after today. */
  passed: number;
  /** Working days of the whole month. */
  total: number;
}

/** Monday to Friday, less public holidays. */
export function isWorkingDay(day: Day): boolean {
  const weekday = weekdayOf(day);
  return weekday >= 1 && weekday <= 5 && !(day in (holidays[day.slice(0, 4)] ?? {}));
}

/** Whether the holidays of a year are known: they are published the year before. */
export function knowsHolidays(year: number): boolean {
  return String(year) in holidays;
}

/** The months of a period, each with how far it is; today counts as passed. */
export function monthsOf({ from, to }: Period, today: Day): MonthProgress[] {
  const until = to < today ? to : today;
  return firstDays(from, to).map((month) => {
    const { year, month: number } = partsOf(month);
    const days = Array.from({ length: lengthOfMonth(year, number) }, (_, index) => addDays(month, index));
    const working = days.filter(isWorkingDay);
    return {
      month,
      passed: working.filter((day) => day >= from && day <= until).length,
      total: working.length,
    };
  });
}

function firstDays(from: Day, to: Day): Day[] {
  const [first, last] = [partsOf(from), partsOf(to)];
  const count = (last.year - first.year) * 12 + last.month - first.month + 1;
  return Array.from({ length: count }, (_, index) => {
    const months = first.month - 1 + index;
    return dayOf(first.year + Math.floor(months / 12), (months % 12) + 1, 1);
  });
}
