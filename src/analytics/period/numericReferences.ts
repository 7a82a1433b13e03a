import type { CalendarReference, ReferencePattern } from './reference';

const year = '(?<year>20\\d\\d)';
/** Any digit: `Q5` is read, and found to be none. */
const quarter = 'q(?<quarter>\\d)';
const half = 'h(?<half>[12])';
const noDigit = '(?![\\d])';

/** What is written alike in both languages: `2026-09-01`, `2026.9`, `Q3 2026`, `2026q3`, `3q`, `1h 2026`, `2026`. */
export const numericReferences: ReferencePattern[] = [
  `${year}[-./]\\s?(?<month>\\d{1,2})[-./]\\s?(?<date>\\d{1,2})${noDigit}`,
  `${year}[-./](?<month>\\d{1,2})${noDigit}`,
  // `9/15`, and neither `3/4분기` nor `10/5mg`.
  `(?<month>1[0-2]|0?[1-9])/(?<date>\\d{1,2})(?![\\d./]|\\s*(?:mg|분기|[가-힣]*위))`,
  `${year}[\\s-]*${quarter}(?![a-z\\d])`,
  `${year}[\\s-]*${half}(?![a-z\\d])`,
  `${quarter}(?:[\\s,']*(?:of\\s+)?${year})?(?![a-z\\d])`,
  `${half}(?:[\\s,']*(?:of\\s+)?${year})?(?![a-z\\d])`,
  `(?<quarter>[1-4])q(?:[\\s,']*(?:of\\s+)?${year})?(?![a-z\\d])`,
  `(?<half>[12])h(?:[\\s,']*(?:of\\s+)?${year})?(?![a-z\\d])`,
  `(?:fy\\s?)?${year}(?![\\d]|[.,]\\d|\\s*(?:mg|원|개|건|명|%))`,
].map((source) => ({
  pattern: new RegExp(source, 'uy'),
  read: (groups) => Object.assign(numbers(groups), { kind: 'calendar' as const }),
}));

function numbers(groups: Record<string, string | undefined>): Omit<CalendarReference, 'kind'> {
  const given = Object.entries(groups).filter(([, digits]) => digits !== undefined);
  return Object.fromEntries(given.map(([name, digits]) => [name, Number(digits)]));
}
