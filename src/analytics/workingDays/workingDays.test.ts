import { isWorkingDay, knowsHolidays, monthsOf } from './workingDays';

test.each([
  ['a Monday', '2026-11-23', true],
  ['a Saturday', '2026-11-21', false],
  ['the first of March', '2024-03-01', false],
  ['the eve of 설날', '2026-02-16', false],
  ['the day after 추석, by the moon', '2025-10-07', false],
  ['a substitute for a Sunday', '2026-03-02', false],
  ['a substitute for 추석 on a Sunday', '2025-10-08', false],
  ['a day off given once', '2025-01-27', false],
  ['an election', '2026-06-03', false],
  ['Labour Day since it is a public holiday', '2026-05-01', false],
  ['the Friday after a holiday', '2025-10-10', true],
])('%s', (_, day, expected) => expect(isWorkingDay(day)).toBe(expected));

test('months of a period by their working days, today included', () => {
  expect(monthsOf({ from: '2026-09-01', to: '2026-11-30' }, '2026-11-23')).toEqual([
    { month: '2026-09-01', passed: 20, total: 20 },
    { month: '2026-10-01', passed: 20, total: 20 },
    { month: '2026-11-01', passed: 16, total: 21 },
  ]);
});

test('only days of the period have passed', () => {
  expect(monthsOf({ from: '2026-09-14', to: '2026-09-15' }, '2026-11-23')).toEqual([
    { month: '2026-09-01', passed: 2, total: 20 },
  ]);
  expect(monthsOf({ from: '2026-12-01', to: '2027-01-31' }, '2026-11-23')).toEqual([
    { month: '2026-12-01', passed: 0, total: 22 },
    { month: '2027-01-01', passed: 0, total: 20 },
  ]);
});

test('a year that is not published has weekends only, and that is known', () => {
  expect([knowsHolidays(2026), knowsHolidays(2150)]).toEqual([true, false]);
  expect(isWorkingDay('2150-01-01')).toBe(true);
});
