import type { Day, Period } from '../period/calendar';
import { spanUntil, unitAround } from '../period/calendarUnits';
import type { TimeDimension } from '../semanticModel/dimensions';

/** How many values a development over time shows when no period is named. */
const usualLength: Record<TimeDimension, number> = { day: 31, week: 12, month: 12, quarter: 8, year: 3 };

/** The period of figures when none is named: the month under way, or what a development over time needs. */
export function defaultPeriod(today: Day, time: TimeDimension | undefined): Period {
  if (!time) return { from: unitAround(today, 'month').from, to: today };
  return { from: unitAround(today, time, 1 - usualLength[time]).from, to: today };
}

/** Contacts in a list: the last year of them, of which the latest are shown. */
export function defaultListPeriod(today: Day): Period {
  return spanUntil(today, 'year', 1);
}

/**
 * Where the last visit or sale, or anything that ever happened, is looked for: what was longer ago never was, for what it
 * matters.
 */
export function lastVisitPeriod(today: Day): Period {
  return spanUntil(today, 'year', 2);
}

/** "No order": of the last three months when no period is named. */
export function idlePeriod(today: Day): Period {
  return spanUntil(today, 'month', 3);
}
