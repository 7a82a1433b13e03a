import { addDays, addMonths, dayOf, partsOf, weekdayOf, type Day, type Period } from './calendar';

export type CalendarUnit = 'day' | 'week' | 'month' | 'quarter' | 'half' | 'year';

/** Months in the units that are made of months. */
export const monthsOf = { month: 1, quarter: 3, half: 6, year: 12 } as const;

/** The whole unit a day lies in, moved by so many units: `unitAround(today, 'month', -1)` is last month. Weeks begin on Monday. */
export function unitAround(day: Day, unit: CalendarUnit, moved = 0): Period {
  if (unit === 'day') return daysFrom(addDays(day, moved), 1);
  if (unit === 'week') return daysFrom(addDays(day, 7 * moved - ((weekdayOf(day) + 6) % 7)), 7);
  const { year, month } = partsOf(day);
  const months = monthsOf[unit];
  const firstMonth = month - ((month - 1) % months);
  return monthsFrom(addMonths(dayOf(year, firstMonth, 1), moved * months), months);
}

/** One unit of a year by its number, counted from 1: the third quarter, the second half, September. */
export function unitOfYear(year: number, unit: keyof typeof monthsOf, number: number): Period {
  const months = monthsOf[unit];
  return monthsFrom(dayOf(year, (number - 1) * months + 1, 1), months);
}

/** The rolling span of so many units that ends on a day, that day included. */
export function spanUntil(day: Day, unit: CalendarUnit, count: number): Period {
  if (unit === 'day') return { from: addDays(day, 1 - count), to: day };
  if (unit === 'week') return { from: addDays(day, 1 - 7 * count), to: day };
  return { from: addDays(addMonths(day, -count * monthsOf[unit]), 1), to: day };
}

/** A period that is under way ends today: nothing later has happened. */
export function endingBy(today: Day, { from, to }: Period): Period {
  return { from, to: from <= today && to > today ? today : to };
}

function daysFrom(from: Day, count: number): Period {
  return { from, to: addDays(from, count - 1) };
}

function monthsFrom(firstDay: Day, months: number): Period {
  return { from: firstDay, to: addDays(addMonths(firstDay, months), -1) };
}
