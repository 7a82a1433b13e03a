import type { Comparison } from '../figureQuery';
import { addDays, addMonths, daysBetween, partsOf, type Day, type Period } from '../period/calendar';
import { backwards, movedBy, type Distance } from '../period/moved';

/** The days a comparison is made with. */
export interface ComparedPeriod {
  period: Period;
  /** How far its rows are moved to stand beside those they are compared with, when grouped by time. */
  shift: Distance;
}

const oneYear: Distance = { months: 12 };
/** Weeks begin on Mondays: a year later is 52 weeks later. */
const yearOfWeeks: Distance = { days: 364 };

/**
 * With which days a period is compared. As many days are compared as have passed: "this month" on the 23rd with the first
 * 23 days of the month before.
 * @param step how far one value of a grouping by time is from the next, where there is one: each value is then compared
 * with the one before it.
 */
export function comparedPeriod(period: Period, compare: Comparison, step?: Distance): ComparedPeriod {
  if (typeof compare === 'object') return { period: compare, shift: distance(compare.from, period.from) };
  const shift = compare === 'lastYear' ? yearOf(step) : (step ?? distanceToPrevious(period));
  return { period: movedBy(period, backwards(shift)), shift };
}

function yearOf(step: Distance | undefined): Distance {
  return step && 'days' in step && step.days === 7 ? yearOfWeeks : oneYear;
}

/** How far the period before is: a month from a month, a quarter from a quarter, else as many days as there are. */
function distanceToPrevious(period: Period): Distance {
  const months = monthsLong(period);
  return months > 0 ? { months } : { days: daysBetween(period.from, period.to) + 1 };
}

/** Months in a period that is made of them, whole or under way; 0 for one made of days. */
function monthsLong({ from, to }: Period): number {
  const next = addDays(to, 1);
  const whole = monthsBetween(from, next);
  if (whole > 0 && addMonths(from, whole) === next) return isUnfinishedYear(from, whole) ? 12 : whole;
  if (partsOf(from).date !== 1) return 0;
  const begun = monthsBetween(from, to) + 1;
  if (begun === 1) return 1;
  if (begun <= 3 && partsOf(from).month % 3 === 1) return 3;
  return partsOf(from).month === 1 ? 12 : begun;
}

/** January to a month that ends neither quarter nor half is part of a year. */
function isUnfinishedYear(from: Day, months: number): boolean {
  return from.endsWith('-01-01') && ![1, 3, 6].includes(months);
}

function monthsBetween(from: Day, to: Day): number {
  const [first, last] = [partsOf(from), partsOf(to)];
  return (last.year - first.year) * 12 + last.month - first.month;
}

/** From one beginning to another: in months where both are the same day of the month. */
function distance(from: Day, to: Day): Distance {
  const months = monthsBetween(from, to);
  return addMonths(from, months) === to ? { months } : { days: daysBetween(from, to) };
}
