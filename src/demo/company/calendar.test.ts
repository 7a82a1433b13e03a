import { koreanDay } from '../../shared/koreanTime';
import { addMonths, daysOfMonth, isBusinessDay, monthsUpTo } from './calendar';

test('an instant in the evening of UTC is already the next day in Korea', () => {
  expect(koreanDay(new Date('2026-03-31T14:59:59Z'))).toBe('2026-03-31');
  expect(koreanDay(new Date('2026-03-31T15:00:00Z'))).toBe('2026-04-01');
});

test('months are counted over the end of a year', () => {
  expect(addMonths('2025-11', 3)).toBe('2026-02');
  expect(monthsUpTo('2026-02', 4)).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
});

test('a month has its own number of days', () => {
  expect(daysOfMonth('2024-02')).toHaveLength(29);
  expect(daysOfMonth('2026-02').at(-1)).toBe('2026-02-28');
});

// The lunar holidays as printed in the Korean calendars of these years.
test.each(['2025-01-28', '2025-01-29', '2025-01-30', '2025-10-07', '2026-02-17', '2026-09-25', '2027-05-13'])(
  '%s is a lunar holiday',
  (day) => expect(isBusinessDay(day)).toBe(false),
);

test.each(['2026-05-05', '2026-11-21', '2026-11-22'])('%s is a holiday or weekend', (day) =>
  expect(isBusinessDay(day)).toBe(false),
);

test.each(['2026-02-19', '2026-09-28', '2026-11-23'])('%s is a business day', (day) =>
  expect(isBusinessDay(day)).toBe(true),
);
