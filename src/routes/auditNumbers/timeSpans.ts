import type { TimeUnit } from '../../shared/auditNumbers';

const dayMs = 86_400_000;
const monday = 1;

/** Every span of time between two Korean days, both inclusive, as the numbers name them: without a gap. */
export function timeSpans({ from, to }: { from: string; to: string }, by: TimeUnit): string[] {
  const days: string[] = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += dayMs) days.push(isoDay(at));
  if (by === 'hour') return days.flatMap((day) => hours.map((hour) => `${day}T${hour}`));
  return [...new Set(days.map((day) => spanOf(day, by)))];
}

const hours = Array.from({ length: 24 }, (_none, hour) => String(hour).padStart(2, '0'));

function spanOf(day: string, by: Exclude<TimeUnit, 'hour'>): string {
  if (by === 'month') return day.slice(0, 7);
  if (by === 'day') return day;
  const sinceMonday = (new Date(day).getUTCDay() + 7 - monday) % 7;
  return isoDay(Date.parse(day) - sinceMonday * dayMs);
}

/** Calendar days are reckoned in UTC, which has no summer time. */
function isoDay(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
