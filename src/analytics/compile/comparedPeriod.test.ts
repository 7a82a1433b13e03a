import type { Comparison } from '../figureQuery';
import type { Distance } from '../period/moved';
import { comparedPeriod } from './comparedPeriod';

const compared = (period: string, compare: Comparison = 'previous', step?: Distance) => {
  const [from = '', to = from] = period.split('..');
  const base = comparedPeriod({ from, to }, compare, step).period;
  return `${base.from}..${base.to}`;
};

test.each([
  ['a month', '2026-09-01..2026-09-30', '2026-08-01..2026-08-31'],
  ['a month after a longer one', '2026-02-01..2026-02-28', '2026-01-01..2026-01-31'],
  ['a month under way', '2026-11-01..2026-11-23', '2026-10-01..2026-10-23'],
  ['the first day of a month', '2026-11-01..2026-11-01', '2026-10-01..2026-10-01'],
  ['a quarter', '2026-07-01..2026-09-30', '2026-04-01..2026-06-30'],
  ['a quarter under way', '2026-10-01..2026-11-23', '2026-07-01..2026-08-23'],
  ['a half', '2026-01-01..2026-06-30', '2025-07-01..2025-12-31'],
  ['a year', '2025-01-01..2025-12-31', '2024-01-01..2024-12-31'],
  ['a year under way', '2026-01-01..2026-11-23', '2025-01-01..2025-11-23'],
  ['a rolling span', '2026-08-24..2026-11-23', '2026-05-24..2026-08-23'],
  ['days', '2026-09-03..2026-09-12', '2026-08-24..2026-09-02'],
])('the period before %s', (_, period, expected) => expect(compared(period)).toBe(expected));

test.each([
  ['2026-09-01..2026-09-30', '2025-09-01..2025-09-30'],
  ['2025-02-01..2025-02-28', '2024-02-01..2024-02-29'],
  ['2024-02-29..2024-02-29', '2023-02-28..2023-02-28'],
  ['2026-11-01..2026-11-23', '2025-11-01..2025-11-23'],
])('a year before %s', (period, expected) => expect(compared(period, 'lastYear')).toBe(expected));

test('over time each value is compared with the one before it, a week of last year with one that begins on Monday', () => {
  expect(compared('2026-01-01..2026-11-23', 'previous', { months: 1 })).toBe('2025-12-01..2026-10-23');
  expect(compared('2026-11-02..2026-11-22', 'previous', { days: 7 })).toBe('2026-10-26..2026-11-15');
  expect(compared('2026-11-16..2026-11-22', 'lastYear', { days: 7 })).toBe('2025-11-17..2025-11-23');
});

test('a given period is taken as it is, and its rows are moved by whole months where that is possible', () => {
  const given = { from: '2025-09-01', to: '2025-09-30' };
  expect(comparedPeriod({ from: '2026-08-01', to: '2026-08-31' }, given)).toEqual({
    period: given,
    shift: { months: 11 },
  });
  expect(comparedPeriod({ from: '2026-08-03', to: '2026-08-09' }, given).shift).toEqual({ days: 336 });
});
