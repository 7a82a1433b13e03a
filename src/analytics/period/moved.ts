import { addDays, addMonths, dayOf, lengthOfMonth, partsOf, type Day, type Period } from './calendar';

/** A distance on the calendar; negative goes back. */
export type Distance = { months: number } | { days: number };

/** Both ends moved; the last day of a month stays one. */
export function movedBy({ from, to }: Period, distance: Distance): Period {
  if ('days' in distance) return { from: addDays(from, distance.days), to: addDays(to, distance.days) };
  const end = addMonths(to, distance.months);
  return { from: addMonths(from, distance.months), to: isEndOfMonth(to) ? endOfMonth(end) : end };
}

/** The same distance the other way. */
export function backwards(distance: Distance): Distance {
  return 'days' in distance ? { days: -distance.days } : { months: -distance.months };
}

/** The distance as PostgreSQL writes an interval. */
export function asInterval(distance: Distance): string {
  return 'days' in distance ? `${distance.days} days` : `${distance.months} months`;
}

function isEndOfMonth(day: Day): boolean {
  return day === endOfMonth(day);
}

function endOfMonth(day: Day): Day {
  const { year, month } = partsOf(day);
  return dayOf(year, month, lengthOfMonth(year, month));
}
