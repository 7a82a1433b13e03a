import { dayOf, isDate, partsOf, type Day, type Period } from './calendar';
import { endingBy, unitOfYear, type CalendarUnit } from './calendarUnits';

/** What a period is measured in; `span`: neither one nor the other, such as a rolling span or "from .. to". */
export type PeriodUnit = CalendarUnit | 'span';

/** Words that name a time from today: `지난달` is the month moved by -1. */
export interface RelativeReference {
  kind: 'relative';
  period: Period;
  unit: PeriodUnit;
  /** How many units from the one that is under way; missing for rolling spans. */
  moved?: number;
}

/** A date of the calendar, of which the year may be left out: `9월`, `2026년 3분기`, `September 1`. */
export interface CalendarReference {
  kind: 'calendar';
  year?: number;
  half?: number;
  quarter?: number;
  /** Counted from 1. */
  month?: number;
  /** Last month of a span such as `7~9월`. */
  lastMonth?: number;
  date?: number;
}

export type Reference = RelativeReference | CalendarReference;

/** A way to write a time. The pattern is sticky; `read` gets its groups and may find that they make no date. */
export interface ReferencePattern {
  pattern: RegExp;
  read: (groups: Record<string, string | undefined>, today: Day) => Reference | null;
}

/** The whole unit, in a year that is given. Null where there is no such date. */
export function inYear(reference: CalendarReference, year: number): Period | null {
  const { half, quarter, month, lastMonth, date } = reference;
  if (half) return unitOfYear(year, 'half', half);
  if (quarter !== undefined)
    return quarter >= 1 && quarter <= 4 ? unitOfYear(year, 'quarter', quarter) : null;
  if (!month) return unitOfYear(year, 'year', 1);
  if (month < 1 || month > 12) return null;
  if (date)
    return isDate(year, month, date)
      ? { from: dayOf(year, month, date), to: dayOf(year, month, date) }
      : null;
  const first = unitOfYear(year, 'month', month);
  if (!lastMonth) return first;
  return { from: first.from, to: unitOfYear(lastMonth < month ? year + 1 : year, 'month', lastMonth).to };
}

/** What a calendar reference is measured in. */
export function unitOf({ half, quarter, month, lastMonth, date }: CalendarReference): PeriodUnit {
  if (lastMonth) return 'span';
  if (date) return 'day';
  if (month) return 'month';
  if (quarter) return 'quarter';
  return half ? 'half' : 'year';
}

/**
 * The period a reference means on a day: without a year the latest one that has begun. What is under way ends today.
 * @param yearMeant the year that is spoken of already, for a reference without one.
 */
export function resolve(reference: Reference, today: Day, yearMeant?: number): Period | null {
  if (reference.kind === 'relative') return endingBy(today, reference.period);
  if (reference.year === undefined && yearMeant !== undefined) {
    const meant = inYear(reference, yearMeant);
    if (meant && meant.from <= today) return endingBy(today, meant);
  }
  const year = reference.year ?? partsOf(today).year;
  const period = inYear(reference, year);
  if (!period) return null;
  if (reference.year !== undefined || period.from <= today) return endingBy(today, period);
  return inYear(reference, year - 1);
}

/** The year a reference names; none for `9월` and `지난달`. */
export function yearNamed(reference: Reference): number | undefined {
  if (reference.kind === 'calendar') return reference.year;
  return reference.unit === 'year' ? partsOf(reference.period.from).year : undefined;
}
