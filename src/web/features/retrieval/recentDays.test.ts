import { recentDays } from './recentDays';

it('counts today, by the day in Korea', () => {
  const lateOnTheDayBeforeElsewhere = new Date('2026-03-01T16:00:00Z');
  expect(recentDays(1, lateOnTheDayBeforeElsewhere)).toEqual({ from: '2026-03-02', to: '2026-03-02' });
  expect(recentDays(30, lateOnTheDayBeforeElsewhere)).toEqual({ from: '2026-02-01', to: '2026-03-02' });
});
