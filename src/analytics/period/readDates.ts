import { koreanDay } from '../../shared/koreanTime';
import type { Day, Period } from './calendar';
import { endingBy, unitAround } from './calendarUnits';
import { englishReferences } from './englishReferences';
import { koreanReferences } from './koreanReferences';
import { numericReferences } from './numericReferences';
import { resolve, unitOf, yearNamed, type PeriodUnit, type Reference } from './reference';
import { inYearMeant, spanOf } from './spanOf';

/** A period a text names, and where it does. */
export interface PeriodReading {
  period: Period;
  unit: PeriodUnit;
  /** How many units from the one under way, for relative words: -1 for `지난달`. */
  moved?: number;
  /** The year where one is named. */
  year?: number;
  /** Character range in the text, end exclusive. */
  start: number;
  end: number;
}

interface Found {
  reference: Reference;
  start: number;
  end: number;
}

const patterns = [...koreanReferences, ...englishReferences, ...numericReferences];

const opening = /(?:from|between|since|starting(?:\s+from)?|after)\s+$/u;
const upTo = /(?:until|till|through|up\s+to)\s+$/u;
const connector =
  /\s*(?:부터|에서|[~∼〜–—-]|to(?![a-z])|through(?![a-z])|thru(?![a-z])|until(?![a-z])|till(?![a-z])|and(?![a-z]))\s*/uy;
const fromThenOn = /\s*(?:부터|이후로?|이래로?|들어서?)/uy;
const untilThen = /\s*(?:말일?)?\s*까지(?:의|만)?(?:\s*(?:누적|누계))?/uy;
const cumulative = /\s*(?:누적|누계)/uy;
const dateBehindMonth = /(?<date>[12]\d|3[01]|0?[1-9])(?:\s*일|(?:st|nd|rd|th)?(?![\d가-힣a-z]))/uy;
/** "9월 한 달간" is September. */
const wholeOfIt =
  /\s*(?:한\s*달|한\s*해|한\s*주|1\s*개월|1\s*년|일\s*년|한\s*분기)?\s*(?:간|동안|내내)(?![가-힣])/uy;
const cumulativeAlone = /(?:연\s*초\s*(?:부터|이후|대비)?|연\s*누적|연\s*누계|누적|누계)/uy;

/**
 * What a text says of time, in its order: periods, and the places of what is written like one and is none (`9월 31일`,
 * `9월~7월`). Days are Korean; what is under way ends today, and a date without a year is the latest one that has begun. Spans
 * ("9월 1일부터 15일까지", "July to September") are one reading.
 * @param text normalised and in lower case, see `normalizeQuestion`.
 * @param yearMeant the year of what is spoken of, for dates without one.
 */
export function readDates(
  text: string,
  now: Date,
  yearMeant?: number,
): { periods: PeriodReading[]; impossible: NoDate[] } {
  const today = koreanDay(now);
  const found: (PeriodReading | NoDate)[] = [];
  let at = 0;
  while (at < text.length) {
    const reading = readAt(text, at, { today, yearMeant });
    if (reading) found.push(reading);
    at = reading ? reading.end : at + 1;
  }
  return {
    periods: found.filter((reading) => reading.period !== undefined),
    impossible: found.filter((reading) => reading.period === undefined),
  };
}

/** What is written like a date and is none. */
export interface NoDate {
  start: number;
  end: number;
  period?: undefined;
  reference?: undefined;
}

/** The day a text is read on, and the year it speaks of. */
interface Reader {
  today: Day;
  yearMeant?: number;
}

function readAt(text: string, at: number, reader: Reader): PeriodReading | NoDate | null {
  const first = findReference(text, at, reader.today);
  if (!first) return readCumulative(text, at, reader.today);
  if (!first.reference) return first;
  const reading =
    readSpan(text, first, reader) ?? readOpenSpan(text, first, reader) ?? readSingle(text, first, reader);
  const year = yearNamed(first.reference);
  return reading?.period && year !== undefined ? { ...reading, year } : reading;
}

/** The longest reference at a place, be it a date or none; none begins inside a word or a number. */
function findReference(text: string, at: number, today: Day): Found | NoDate | null {
  if (!isStart(text, at)) return null;
  let best: Found | NoDate | null = null;
  for (const { pattern, read } of patterns) {
    const match = matchAt(pattern, text, at);
    if (!match || (best && at + match[0].trimEnd().length <= best.end)) continue;
    const reference = read(match.groups ?? {}, today);
    const place = { start: at, end: at + match[0].trimEnd().length };
    best = reference && resolve(reference, today) ? { reference, ...place } : place;
  }
  return best;
}

function isStart(text: string, at: number): boolean {
  const before = text[at - 1] ?? ' ';
  const isDigit = /\d/.test(text[at]!);
  return isDigit ? !/[\da-z.]/.test(before) : !/[\da-z가-힣]/.test(before);
}

function readSingle(text: string, { reference, start, end }: Found, reader: Reader): PeriodReading | null {
  const period = resolve(reference, reader.today, reader.yearMeant);
  if (!period) return null;
  const moved = reference.kind === 'relative' ? reference.moved : undefined;
  const unit = reference.kind === 'relative' ? reference.unit : unitOf(reference);
  return { period, unit, moved, start, end: end + (matchAt(wholeOfIt, text, end)?.[0].length ?? 0) };
}

/** "A부터 B까지", "A~B", "from A to B". */
function readSpan(text: string, first: Found, { today, yearMeant }: Reader): PeriodReading | NoDate | null {
  const link = matchAt(connector, text, first.end);
  if (!link) return null;
  const joins = link[0].trim();
  const last =
    findReference(text, first.end + link[0].length, today) ?? dateIn(first, text, first.end + link[0].length);
  if (!last) return null;
  if (!last.reference) return { start: first.start, end: last.end };
  const closing = matchAt(untilThen, text, last.end);
  if (joins === 'and' && !/between\s+$/u.test(text.slice(0, first.start))) return null;
  if (joins === '에서' && !closing) return null;
  const period = spanOf(inYearMeant(first.reference, yearMeant), last.reference, today);
  const place = { start: first.start, end: last.end + (closing?.[0].length ?? 0) };
  return period ? { period, unit: 'span', ...place } : place;
}

/** `15일` or `15` behind a date or month: the month is that of the beginning. */
function dateIn({ reference }: Found, text: string, at: number): Found | null {
  if (reference.kind !== 'calendar' || !reference.date) return null;
  const match = matchAt(dateBehindMonth, text, at);
  if (!match) return null;
  return {
    reference: { ...reference, date: Number(match.groups!.date) },
    start: at,
    end: at + match[0].length,
  };
}

/** "9월부터", "since March", "3분기까지 누적": the other end is today, or the start of the year. */
function readOpenSpan(text: string, first: Found, { today, yearMeant }: Reader): PeriodReading | null {
  const period = resolve(first.reference, today, yearMeant);
  if (!period) return null;
  const { start, end } = first;
  const until = matchAt(untilThen, text, end);
  if (until || upTo.test(text.slice(0, start))) {
    const yearStart = unitAround(period.to, 'year').from;
    return {
      period: { from: yearStart, to: period.to },
      unit: 'span',
      start,
      end: end + (until?.[0].length ?? 0),
    };
  }
  const since = matchAt(fromThenOn, text, end);
  if ((since || opening.test(text.slice(0, start))) && period.from <= today) {
    return {
      period: { from: period.from, to: today },
      unit: sinceUnit(first.reference),
      start,
      end: end + (since?.[0].length ?? 0),
    };
  }
  const sum = matchAt(cumulative, text, end);
  if (!sum) return null;
  const isWithinYear = first.reference.kind === 'calendar' && unitOf(first.reference) !== 'year';
  const from = isWithinYear ? unitAround(period.to, 'year').from : period.from;
  return {
    period: { from, to: period.to },
    unit: isWithinYear ? 'span' : sinceUnit(first.reference),
    start,
    end: end + sum[0].length,
  };
}

/** The year, quarter or month under way remains one when it is said to have begun ("올해 들어"). */
function sinceUnit(reference: Reference): PeriodUnit {
  return reference.kind === 'relative' && reference.moved === 0 ? reference.unit : 'span';
}

function readCumulative(text: string, at: number, today: Day): PeriodReading | null {
  if (!isStart(text, at)) return null;
  const match = matchAt(cumulativeAlone, text, at);
  if (!match) return null;
  const period = endingBy(today, unitAround(today, 'year'));
  return { period, unit: 'year', moved: 0, start: at, end: at + match[0].length };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
