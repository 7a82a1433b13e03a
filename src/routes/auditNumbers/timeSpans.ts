import { addDays, daysBetween, weekdayOf, type Day, type Period } from '../../analytics/period/calendar';
import type { TimeUnit } from '../../shared/auditNumbers';

const monday = 1;

/** Every span of time between two Korean days, both inclusive, as the numbers name them: without a gap. */
export function timeSpans({ from, to }: Period, by: TimeUnit): string[] {
  const days = Array.from({ length: daysBetween(from, to) + 1 }, (_none, past) => addDays(from, past));
  if (by === 'hour') return days.flatMap((day) => hours.map((hour) => `${day}T${hour}`));
  return [...new Set(days.map((day) => spanOf(day, by)))];
}

const hours = Array.from({ length: 24 }, (_none, hour) => String(hour).padStart(2, '0'));

function spanOf(day: Day, by: Exclude<TimeUnit, 'hour'>): string {
  if (by === 'month') return day.slice(0, 7);
  if (by === 'day') return day;
  const sinceMonday = (weekdayOf(day) + 7 - monday) % 7;
  return addDays(day, -sinceMonday);
}
