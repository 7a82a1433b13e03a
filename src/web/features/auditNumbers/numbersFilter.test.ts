import { daysOf, presetOf, readNumbersFilter, unitOf } from './numbersFilter';

/** In Korea it is the next day already. */
const now = new Date('2026-03-01T15:00:00Z');

it('takes days from the Korean calendar', () => {
  expect(daysOf('today', now)).toEqual({ from: '2026-03-02', to: '2026-03-02' });
  expect(daysOf('week', now)).toEqual({ from: '2026-02-24', to: '2026-03-02' });
  expect(daysOf('thisMonth', now)).toEqual({ from: '2026-03-01', to: '2026-03-02' });
  expect(presetOf({ from: '2026-02-24', to: '2026-03-02' }, now)).toBe('week');
});

it.each(['', 'from=2026-03-02&to=2026-03-01', 'from=2020-01-01&to=2026-03-01', 'from=x&to=y'])(
  'looks at the last seven days for the address "%s"',
  (address) => {
    expect(readNumbersFilter(new URLSearchParams(address), now)).toMatchObject(daysOf('week', now));
  },
);

it('chooses spans of time that can be seen', () => {
  const unit = (from: string, by = '') => unitOf(new URLSearchParams({ by }), { from, to: '2026-03-02' });
  expect([unit('2026-03-02'), unit('2026-02-01'), unit('2025-06-01')]).toEqual(['hour', 'day', 'week']);
  expect(unit('2026-03-01', 'month')).toBe('month');
  expect(unit('2025-06-01', 'hour')).toBe('week');
});
