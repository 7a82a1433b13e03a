import type { InteractionsQuery, SalesQuery } from '../figureQuery';
import { knownNames, linkKnownNames } from '../knownNamesFixture';
import type { Person } from './queryParts';
import { understandQuestion } from './understandQuestion';

/** A Monday. */
export const now = new Date('2026-11-23T10:00:00+09:00');
export const rep: Person = { role: 'rep', team: '서울1팀' };
export const manager: Person = { role: 'manager', team: '서울1팀' };

export function understand(question: string, employee: Person = rep) {
  return understandQuestion(question, { names: linkKnownNames(question, knownNames), now, employee });
}

export const day = (from: string, to = from) => ({ from, to });
export const november = day('2026-11-01', '2026-11-23');
export const october = day('2026-10-01', '2026-10-31');
export const september = day('2026-09-01', '2026-09-30');
export const thirdQuarter = day('2026-07-01', '2026-09-30');
export const fourthQuarter = day('2026-10-01', '2026-11-23');
export const thisYear = day('2026-01-01', '2026-11-23');
export const twelveMonths = day('2025-12-01', '2026-11-23');
export const lastYears = { from: '2025-11-24', to: '2026-11-23' };
export const twoYears = day('2024-11-24', '2026-11-23');

export const by = (measure: string, direction: 'asc' | 'desc' = 'desc') => ({ by: measure, direction });
export const achievement = ['amount', 'targetAmount', 'achievementRate'];
export const bothStrengths = { products: ['P01', 'P02'] };

export type Expected = Partial<Record<keyof SalesQuery | keyof InteractionsQuery, unknown>>;
