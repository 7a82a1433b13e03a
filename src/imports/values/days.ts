import { textOf, type Cell } from './cell';
import { problem, type ReadCell, type ReadOptions, type StagedValue } from './columnType';
import type { ImportProblem } from '../importProblem';
import { readByFormat, type Day } from './dateFormat';

/** Excel counts days from here, once past its 29 February 1900 that never was. */
const serialEpoch = Date.UTC(1899, 11, 30);

/** Serial numbers of 1954 to 2119: smaller and larger ones are no day of a sale. */
const serials = { min: 20_000, max: 80_000 };

/** Two digits of a year are of this century. */
const century = 2000;

const usualDays = [
  /^(?<year>\d{4})\s*[-./]\s*(?<month>\d{1,2})\s*[-./]\s*(?<day>\d{1,2})\.?(?<rest>[T\s].*)?$/,
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})(?<rest>)$/,
  /^(?<year>\d{4})\s*년\s*(?<month>\d{1,2})\s*월\s*(?<day>\d{1,2})\s*일(?<rest>\s.*)?$/,
  /^(?<year>\d{2})\s*[-./]\s*(?<month>\d{1,2})\s*[-./]\s*(?<day>\d{1,2})\.?(?<rest>\s.*)?$/,
];
const usualMonths = [
  /^(?<year>\d{4})\s*[-./]\s*(?<month>\d{1,2})\.?$/,
  /^(?<year>\d{4})(?<month>\d{2})$/,
  /^(?<year>\d{4})\s*년\s*(?<month>\d{1,2})\s*월$/,
];

const midnight = /^[T\s]*(?:0{1,2}:00(?::00(?:\.0+)?)?)?$/;

/** A calendar day: `2026-09-01`, `2026.9.1`, `26/09/01`, `20260901`, `2026년 9월 1일`, Excel's number. */
export const day: ReadCell = remembered((cell, options) => {
  const found = findDay(cell, options, usualDays);
  if (!found || (found.rest !== undefined && !midnight.test(found.rest)))
    return problem('date_unreadable', textOf(cell));
  return isReal(found) ? isoDay(found) : problem('date_impossible', textOf(cell));
});

/** A month, or any day of it, as its first day. */
export const month: ReadCell = remembered((cell, options) => {
  const found = findDay(cell, options, [...usualMonths, ...usualDays]);
  if (!found) return problem('date_unreadable', textOf(cell));
  return isReal(found) ? isoDay({ ...found, day: 1 }) : problem('date_impossible', textOf(cell));
});

const clock =
  /^[T\s]*(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:\.\d+)?)?\s*(?<zone>Z|[+-](?:0\d|1[0-4]):?[0-5]\d)?$/i;

/** A moment: a day with a time of it, KST where no offset is given; a day alone is its first moment. */
export const instant: ReadCell = (cell, options) => {
  const written = textOf(cell);
  const found = findDay(cell, options, usualDays);
  if (!found) return problem('time_unreadable', written);
  if (!isReal(found)) return problem('date_impossible', written);
  const rest = found.rest?.trim() ?? '';
  if (rest === '') return `${isoDay(found)}T00:00:00+09:00`;
  const time = clock.exec(rest)?.groups;
  if (!time || Number(time.hour) > 23 || Number(time.minute) > 59 || Number(time.second ?? 0) > 59)
    return problem('time_unreadable', written);
  const { hour, minute, second = '00', zone = '+09:00' } = time;
  return `${isoDay(found)}T${hour!.padStart(2, '0')}:${minute}:${second}${zone.toUpperCase()}`;
};

type Found = Day & { rest?: string };

function findDay(cell: Cell, { dateFormat }: ReadOptions, patterns: RegExp[]): Found | null {
  const written = textOf(cell);
  if (dateFormat) {
    const found = readByFormat(written, dateFormat);
    if (found) return { ...found, year: fullYear(found.year) };
  }
  const serial =
    typeof cell === 'string' ? (/^\d{5}(\.\d+)?$/.test(written) ? Number(written) : NaN) : cell.number;
  if (serial >= serials.min && serial <= serials.max) return fromSerial(serial);
  for (const pattern of patterns) {
    const groups = pattern.exec(written)?.groups;
    if (!groups) continue;
    const { year, month, day = '1', rest } = groups;
    return { year: fullYear(Number(year)), month: Number(month), day: Number(day), rest };
  }
  return null;
}

function fromSerial(serial: number): Found {
  const moment = new Date(serialEpoch + Math.round(serial * 86_400) * 1000);
  const [, time] = moment.toISOString().split('T');
  return {
    year: moment.getUTCFullYear(),
    month: moment.getUTCMonth() + 1,
    day: moment.getUTCDate(),
    rest: ` ${time!.slice(0, 8)}`,
  };
}

function fullYear(year: number): number {
  return year < 100 ? century + year : year;
}

function isReal({ year, month, day: dayOfMonth }: Day): boolean {
  const date = new Date(Date.UTC(year, month - 1, dayOfMonth));
  return year >= 1900 && date.getUTCMonth() === month - 1 && date.getUTCDate() === dayOfMonth;
}

function isoDay({ year, month, day: dayOfMonth }: Day): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
}

/** Texts kept at a time: a file of a million sales has some hundred days. */
const rememberedTexts = 5_000;

/** The same text comes again and again: it is understood once. */
function remembered(read: ReadCell): ReadCell {
  const known = new Map<string, StagedValue | ImportProblem>();
  return (cell, options) => {
    if (typeof cell !== 'string') return read(cell, options);
    const key = `${options.dateFormat ?? ''}\n${cell}`;
    let value = known.get(key);
    if (value === undefined) {
      value = read(cell, options);
      if (known.size >= rememberedTexts) known.clear();
      known.set(key, value);
    }
    return value;
  };
}
