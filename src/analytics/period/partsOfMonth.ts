import { addDays, weekdayOf, type Period } from './calendar';

const thursday = 4;

/**
 * A week of a month, Monday to Sunday. A week belongs to the month that has its Thursday, as in ISO 8601. Null where the
 * month has no such week.
 * @param number counted from 1.
 */
export function weekOfMonth({ from, to }: Period, number: number | 'last'): Period | null {
  const firstThursday = addDays(from, (thursday - weekdayOf(from) + 7) % 7);
  const lastThursday = addDays(to, -((weekdayOf(to) - thursday + 7) % 7));
  const day = number === 'last' ? lastThursday : addDays(firstThursday, 7 * (number - 1));
  return day > lastThursday ? null : { from: addDays(day, -3), to: addDays(day, 3) };
}

/** The first ten days of a month (초, 초순, 상순), the next ten (중순), or the rest (하순, 말). */
export function partOfMonth({ from, to }: Period, part: string): Period {
  if (part === '중순') return { from: addDays(from, 10), to: addDays(from, 19) };
  return /^(?:초|상)/u.test(part) ? { from, to: addDays(from, 9) } : { from: addDays(from, 20), to };
}
