import { partsOf, type Day } from './calendar';
import { spanUntil, unitAround, type CalendarUnit } from './calendarUnits';
import type { CalendarReference, ReferencePattern } from './reference';

/** `may` alone is a verb; it is read as a month by `mayPatterns`. */
const monthNames = [
  'january|jan',
  'february|feb',
  'march|mar',
  'april|apr',
  'may',
  'june|jun',
  'july|jul',
  'august|aug',
  'september|sept|sep',
  'october|oct',
  'november|nov',
  'december|dec',
];
const unambiguousMonth = `(?<monthName>${monthNames.filter((name) => name !== 'may').join('|')})\\.?(?![a-z])`;
const may = '(?<monthName>may)(?![a-z])';
const dateInMonth = '(?<date>[12]\\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?!\\d)';
const yearBehind = '(?:(?:,|\\s+of)?\\s*(?:(?<year>20\\d\\d)|(?<yearWord>last|this|next)\\s+year))';
const ordinals = ['first|1st', 'second|2nd', 'third|3rd', 'fourth|4th|final'];
const ordinal = `(?<ordinal>${ordinals.join('|')})`;

const numberWords = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const unit = '(?<unit>day|week|month|quarter|half|year)';
const moves: Record<string, number> = {
  this: 0,
  current: 0,
  last: -1,
  previous: -1,
  prior: -1,
  next: 1,
  coming: 1,
};

const calendar: ReferencePattern[] = [
  `${unambiguousMonth}\\s+${dateInMonth}${yearBehind}?`,
  `${dateInMonth}\\s+(?:of\\s+)?${unambiguousMonth}${yearBehind}?`,
  `(?:last\\s+)?${unambiguousMonth}${yearBehind}?`,
  `${may}\\s+${dateInMonth}${yearBehind}?`,
  `${dateInMonth}\\s+(?:of\\s+)?${may}${yearBehind}?`,
  `${may}${yearBehind}`,
  `(?<=\\b(?:in|of|since|from|during|until|through|to|and|for|by|between|last)\\s)${may}`,
  `(?:the\\s+)?${ordinal}\\s+(?<part>quarter|half)${yearBehind}?`,
].map((source) => ({ pattern: sticky(source), read: readCalendar }));

const relative: ReferencePattern[] = [
  {
    pattern: sticky(`(?:the\\s+)?(?<move>this|current|last|previous|prior|next|coming)\\s+${unit}(?![a-z])`),
    read: ({ move, unit: name }, today) => movedUnit(today, name as CalendarUnit, moves[move!]!),
  },
  {
    pattern: sticky(`(?:the\\s+)?${unit}\\s+before\\s+last`),
    read: ({ unit: name }, today) => movedUnit(today, name as CalendarUnit, -2),
  },
  {
    pattern: sticky(`(?<count>\\d+|a|an|${numberWords.join('|')})\\s+${unit}s?\\s+ago`),
    read: ({ count, unit: name }, today) => movedUnit(today, name as CalendarUnit, -numberOf(count!)),
  },
  {
    pattern: sticky(
      `(?:the\\s+)?(?:last|past|previous|recent|latest|trailing)\\s+(?<count>\\d+|few|${numberWords.join('|')})\\s+${unit}s?(?![a-z])`,
    ),
    read: ({ count, unit: name }, today) => span(today, name as CalendarUnit, numberOf(count!)),
  },
  {
    pattern: sticky(`(?:the\\s+)?past\\s+${unit}(?![a-z])`),
    read: ({ unit: name }, today) => span(today, name as CalendarUnit, 1),
  },
  {
    pattern: sticky(
      `(?:so\\s+far\\s+this\\s+)?${unit}[\\s-]to[\\s-]date|so\\s+far\\s+this\\s+(?<thisUnit>week|month|quarter|year)`,
    ),
    read: ({ unit: name, thisUnit }, today) => movedUnit(today, (name ?? thisUnit) as CalendarUnit, 0),
  },
  { pattern: sticky('today'), read: (_, today) => movedUnit(today, 'day', 0) },
  { pattern: sticky('yesterday'), read: (_, today) => movedUnit(today, 'day', -1) },
  { pattern: sticky('tomorrow'), read: (_, today) => movedUnit(today, 'day', 1) },
  { pattern: sticky('ytd(?![a-z])'), read: (_, today) => movedUnit(today, 'year', 0) },
  { pattern: sticky('qtd(?![a-z])'), read: (_, today) => movedUnit(today, 'quarter', 0) },
  { pattern: sticky('mtd(?![a-z])'), read: (_, today) => movedUnit(today, 'month', 0) },
];

/** English ways to write a time, lower case. */
export const englishReferences: ReferencePattern[] = [...calendar, ...relative];

function readCalendar(groups: Record<string, string | undefined>, today: Day): CalendarReference {
  const { monthName, date, year, yearWord, ordinal: ordinalWord, part } = groups;
  const number = ordinalWord
    ? 1 + ordinals.findIndex((words) => words.split('|').includes(ordinalWord))
    : undefined;
  return {
    kind: 'calendar',
    year: year ? Number(year) : yearWord ? partsOf(today).year + moves[yearWord]! : undefined,
    month: monthName ? 1 + monthNames.findIndex((names) => names.split('|').includes(monthName)) : undefined,
    date: date ? Number(date) : undefined,
    quarter: part === 'quarter' ? number : undefined,
    half: part === 'half' ? number : undefined,
  };
}

function movedUnit(today: Day, unit: CalendarUnit, moved: number) {
  return { kind: 'relative', unit, moved, period: unitAround(today, unit, moved) } as const;
}

function span(today: Day, unit: CalendarUnit, count: number) {
  return { kind: 'relative', unit: 'span', period: spanUntil(today, unit, count) } as const;
}

/** "a few" is read as three. */
function numberOf(word: string): number {
  if (word === 'a' || word === 'an') return 1;
  if (word === 'few') return 3;
  const index = numberWords.indexOf(word);
  return index >= 0 ? index + 1 : Number(word);
}

function sticky(source: string): RegExp {
  return new RegExp(source, 'uy');
}
