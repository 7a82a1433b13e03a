import { calendarDay, calendarMonth, momentOrDay } from './calendarDay';

const taken = [
  [calendarDay, '2026-02-28', '9999-12-31'],
  [calendarMonth, '2026-02', '9999-12'],
  [momentOrDay, '2026-02-28', '2026-02-28T09:00:00+09:00'],
] as const;
const refused = [
  [calendarDay, '0000-01-01', '2026-02-29'],
  [calendarMonth, '0000-01', '2026-13'],
  [momentOrDay, '0000-01-01', '9999-12-31T23:59:59-23:00'],
] as const;

test.each(taken)('what the database knows is taken (%#)', (schema, ...texts) => {
  expect(texts.filter((text) => !schema.safeParse(text).success)).toEqual([]);
});

test.each(refused)('what it does not know, and no day at all, is refused (%#)', (schema, ...texts) => {
  expect(texts.filter((text) => schema.safeParse(text).success)).toEqual([]);
});
