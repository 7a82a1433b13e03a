import { koreanDay } from '../../../shared/koreanTime';

const dayMs = 86_400_000;

/** The last days on the business calendar, today included, as a form of two days begins with. */
export function recentDays(days: number, now: Date): { from: string; to: string } {
  return { from: koreanDay(new Date(now.getTime() - (days - 1) * dayMs)), to: koreanDay(now) };
}
