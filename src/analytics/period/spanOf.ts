import { addMonths, partsOf, type Day, type Period } from './calendar';
import { endingBy } from './calendarUnits';
import { inYear, resolve, type CalendarReference, type Reference } from './reference';

/** A date without a year, in the year that is spoken of. */
export function inYearMeant(reference: Reference, year: number | undefined): Reference {
  const isOpen = reference.kind === 'calendar' && reference.year === undefined;
  return isOpen && year !== undefined ? { ...reference, year } : reference;
}

/** From the beginning of one reference to the end of another; a year that is left out comes from the other one. */
export function spanOf(first: Reference, last: Reference, today: Day): Period | null {
  const from = boundOf(first, last, today)?.from;
  if (!from) return null;
  if (first.kind === 'calendar' && isWrappedAhead(last, from, today))
    return lastTimeAround(first, last, today);
  const to = endAfter(last, from, today);
  if (!to || to < from) return null;
  return endingBy(today, { from, to });
}

function boundOf(first: Reference, last: Reference, today: Day): Period | null {
  if (
    first.kind === 'relative' ||
    first.year !== undefined ||
    last.kind === 'relative' ||
    last.year === undefined
  ) {
    return resolve(first, today);
  }
  const period = inYear(first, last.year);
  const end = inYear(last, last.year);
  return period && end && period.from > end.to ? inYear(first, last.year - 1) : period;
}

/** The end of a span over new year that has not come yet: "11월부터 2월까지", "9월부터 7월까지". */
function isWrappedAhead(last: Reference, from: Day, today: Day): boolean {
  if (last.kind === 'relative' || last.year !== undefined) return false;
  const { year } = partsOf(from);
  const end = inYear(last, year);
  const next = inYear(last, year + 1);
  return end !== null && end.to < from && next !== null && next.from > today;
}

/** Months over new year that people name without a year; longer ones have their ends the wrong way round. */
const longestOverNewYear = 6;

/** "11월부터 2월까지" is of the last winter. */
function lastTimeAround(first: CalendarReference, last: Reference, today: Day): Period | null {
  if (last.kind === 'relative' || first.year !== undefined) return null;
  const { year } = partsOf(today);
  const from = inYear(first, year - 1)?.from;
  const to = inYear(last, year)?.to;
  if (!from || !to || addMonths(from, longestOverNewYear) < to) return null;
  return endingBy(today, { from, to });
}

function endAfter(last: Reference, from: Day, today: Day): Day | null {
  if (last.kind === 'relative' || last.year !== undefined) return resolve(last, today)?.to ?? null;
  return firstEndAfter(last, from);
}

function firstEndAfter(last: CalendarReference, from: Day): Day | null {
  const { year } = partsOf(from);
  const end = inYear(last, year);
  return end && end.to < from ? (inYear(last, year + 1)?.to ?? null) : (end?.to ?? null);
}
