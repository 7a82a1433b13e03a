import type { Day, Month } from './types';

const MILLISECONDS_OF_DAY = 86_400_000;

export function monthOf(day: Day): Month {
  return day.slice(0, 7);
}

export function addDays(day: Day, days: number): Day {
  return dayOf(Date.parse(day) + days * MILLISECONDS_OF_DAY);
}

export function addMonths(month: Month, months: number): Month {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + months)).toISOString().slice(0, 7);
}

/** Whole days from the first to the second, negative when the second is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return (Date.parse(to) - Date.parse(from)) / MILLISECONDS_OF_DAY;
}

export function daysOfMonth(month: Month): Day[] {
  const start = Date.parse(`${month}-01`);
  const end = Date.parse(`${addMonths(month, 1)}-01`);
  const count = (end - start) / MILLISECONDS_OF_DAY;
  return Array.from({ length: count }, (_, index) => dayOf(start + index * MILLISECONDS_OF_DAY));
}

/** The months from `count - 1` months before the last one up to it. */
export function monthsUpTo(last: Month, count: number): Month[] {
  return Array.from({ length: count }, (_, index) => addMonths(last, index - count + 1));
}

export function isSaturday(day: Day): boolean {
  return weekday(day) === 6;
}

/** Monday to Friday, without public holidays (substitute holidays are not known here). */
export function isBusinessDay(day: Day): boolean {
  const isWeekend = weekday(day) === 0 || isSaturday(day);
  return !isWeekend && !isPublicHoliday(day);
}

/** Public holidays with a fixed date: New Year, 삼일절, 어린이날, 현충일, 광복절, 개천절, 한글날, Christmas. */
const FIXED_HOLIDAYS = new Set(['01-01', '03-01', '05-05', '06-06', '08-15', '10-03', '10-09', '12-25']);
const SEOLLAL = '1/1';
const BUDDHAS_BIRTHDAY = '4/8';
const CHUSEOK = '8/15';

function isPublicHoliday(day: Day): boolean {
  if (FIXED_HOLIDAYS.has(day.slice(5))) return true;
  const around = [addDays(day, -1), day, addDays(day, 1)].map(lunarDate);
  return around.includes(SEOLLAL) || around.includes(CHUSEOK) || lunarDate(day) === BUDDHAS_BIRTHDAY;
}

/** Month and day of the Korean lunar calendar; the month of a leap month is marked, so it is never a holiday. */
function lunarDate(day: Day): string {
  return lunarFormat.format(Date.parse(day));
}

const lunarFormat = new Intl.DateTimeFormat('en-u-ca-dangi', {
  month: 'numeric',
  day: 'numeric',
  timeZone: 'UTC',
});

function weekday(day: Day): number {
  return new Date(day).getUTCDay();
}

function dayOf(time: number): Day {
  return new Date(time).toISOString().slice(0, 10);
}
