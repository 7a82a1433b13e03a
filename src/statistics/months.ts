import { addDays, addMonths } from '../analytics/period/calendar';
import type { Period } from '../shared/resultTable';
import type { Months } from '../shared/statistics';

/** Months of a trend when not told: a year and the same month of the year before. */
export const usualTrendMonths = 13;

/** The months a statistic covers, first and last; when not told, the `usual` number of them that ends with this month. */
export function monthsOf({ from, to }: Months, today: string, usual = 1): { from: string; to: string } {
  const last = to ?? (from && from > today.slice(0, 7) ? from : today.slice(0, 7));
  const first = from ?? addMonths(`${last}-01`, 1 - usual).slice(0, 7);
  return { from: first, to: last };
}

/** The days of months; those of this month that have passed. */
export function daysOf({ from, to }: { from: string; to: string }, today: string): Period {
  const end = addDays(addMonths(`${to}-01`, 1), -1);
  return { from: `${from}-01`, to: to === today.slice(0, 7) ? today : end };
}
