/** A day of the Korean calendar, `YYYY-MM-DD`. */
export type Day = string;

/** Days of the Korean calendar, both inclusive. */
export interface Period {
  from: Day;
  to: Day;
}

const dayMs = 86_400_000;

/** The day so many days later, or earlier for a negative number. */
export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);
}

/** The same day of another month, or that month's last day where it is shorter. */
export function addMonths(day: Day, months: number): Day {
  const { year, month, date } = partsOf(day);
  const first = new Date(Date.UTC(year, month - 1 + months));
  const target = { year: first.getUTCFullYear(), month: first.getUTCMonth() + 1 };
  return dayOf(target.year, target.month, Math.min(date, lengthOfMonth(target.year, target.month)));
}

/** Days from one day to a later one: 0 for the same day. */
export function daysBetween(from: Day, to: Day): number {
  return (Date.parse(to) - Date.parse(from)) / dayMs;
}

/** `month` counts from 1. */
export function dayOf(year: number, month: number, date: number): Day {
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(date)}`;
}

/** `month` counts from 1. */
export function partsOf(day: Day): { year: number; month: number; date: number } {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return { year, month, date };
}

/** `month` counts from 1. */
export function lengthOfMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Whether a day of this number exists in that month. */
export function isDate(year: number, month: number, date: number): boolean {
  return month >= 1 && month <= 12 && date >= 1 && date <= lengthOfMonth(year, month);
}

/** Sunday is 0. */
export function weekdayOf(day: Day): number {
  return new Date(day).getUTCDay();
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
