import { koreanDay } from '../../../shared/koreanTime';

/** The month (YYYY-MM) that it is in Korea. */
export function thisMonth(): string {
  return koreanDay(new Date()).slice(0, 7);
}

export function isMonth(value: string | null): value is string {
  return /^\d{4}-(?:0[1-9]|1[0-2])$/.test(value ?? '');
}
