import type { TurnSearch } from '../repositories/auditTurns';
import type { TurnFilter } from '../shared/audit';
import { endOfKoreanDay, startOfKoreanDay } from '../shared/koreanTime';

/** A filter with its days as moments: a day counts whole, from when it begins in Korea until the next one does. */
export function turnSearch({ from, to, ...filter }: TurnFilter): TurnSearch {
  return { ...filter, from: from ? startOf(from) : undefined, to: to ? endOf(to) : undefined };
}

function startOf(text: string): Date {
  return isDay(text) ? startOfKoreanDay(text) : new Date(text);
}

function endOf(text: string): Date {
  return isDay(text) ? endOfKoreanDay(text) : new Date(text);
}

function isDay(text: string): boolean {
  return text.length === 10;
}
