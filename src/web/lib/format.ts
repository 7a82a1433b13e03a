import type { CellValue, ColumnKind } from '../../shared/resultTable';
import { koreanDay, koreanTimeZone } from '../../shared/koreanTime';
import type { Language } from '../../shared/problem';
import { formatWon, formatWonInWords } from '../../shared/won';

/** What stands where there is no value. */
export const noValue = '–';

const locales = { ko: 'ko-KR', en: 'en-GB' } as const;

// Making a format takes many times as long as using it, and a list uses one for every row.
const whole = new Intl.NumberFormat('en');
const percent = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 1 });
const tenths = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });
const clocks = new Map<string, Intl.DateTimeFormat>();

/** 1234567 -> `1,234,567`; both languages write it so. */
export function formatCount(count: number): string {
  return whole.format(count);
}

/** 0.1234 -> `12.3%`. */
export function formatRatio(ratio: number): string {
  return percent.format(ratio);
}

/** 0.01234 with 3 digits -> `0.0123`: figures below one, such as a score or a part of a won. */
export function formatDigits(value: number, digits: number): string {
  return new Intl.NumberFormat('en', { maximumSignificantDigits: digits }).format(value);
}

/**
 * An instant (ISO 8601) on the business clock, to the minute: `2025. 3. 1. 00:30`. Where the reader's own clock shows another hour, the
 * clock is named: `2025. 3. 1. 00:30 KST`.
 */
export function formatTime(instant: string, language: Language): string {
  const time = onBusinessClock(instant, language, { dateStyle: 'medium', timeStyle: 'short' });
  return time + clockName(instant);
}

/**
 * An instant in a list, by how long ago its Korean day was: `오늘 14:05`, `어제 14:05`, `11. 23. (월) 14:05`, `2024. 11. 23. 14:05`.
 */
export function formatRelativeTime(instant: string, language: Language, now = new Date()): string {
  const day = formatRelativeDay(instant, language, now);
  return `${day} ${onBusinessClock(instant, language, { timeStyle: 'short' })}${clockName(instant)}`;
}

/** The business day of an instant in a list: `오늘`, `어제`, `11. 23. (월)`, `2024. 11. 23.`. */
export function formatRelativeDay(instant: string, language: Language, now = new Date()): string {
  const [day, today] = [koreanDay(new Date(instant)), koreanDay(now)];
  const daysAgo = (Date.parse(today) - Date.parse(day)) / dayMs;
  if (daysAgo === 0 || daysAgo === 1) {
    return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(-daysAgo, 'day');
  }
  if (day.slice(0, 4) !== today.slice(0, 4)) return formatDay(instant, language);
  const month = language === 'ko' ? 'numeric' : 'short';
  return onBusinessClock(instant, language, { month, day: 'numeric', weekday: 'short' });
}

/** Milliseconds; Korea has no summer time. */
const dayMs = 86_400_000;

function onBusinessClock(instant: string, language: Language, parts: Intl.DateTimeFormatOptions): string {
  const name = `${language} ${JSON.stringify(parts)}`;
  let clock = clocks.get(name);
  if (!clock) {
    const options: Intl.DateTimeFormatOptions = { ...parts, hourCycle: 'h23', timeZone: koreanTimeZone };
    clock = new Intl.DateTimeFormat(locales[language], options);
    clocks.set(name, clock);
  }
  return clock.format(new Date(instant));
}

/** Minutes that a browser in Korea is away from UTC, as browsers say it. */
const koreanOffset = -540;

function clockName(instant: string): string {
  return new Date(instant).getTimezoneOffset() === koreanOffset ? '' : ' KST';
}

/** The business day of an instant: `2025. 3. 1.` or `1 Mar 2025`. */
export function formatDay(instant: string, language: Language): string {
  return onBusinessClock(instant, language, { dateStyle: 'medium' });
}

/** 1536 -> `1.5 KB`. */
export function formatBytes(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB'];
  const power = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log(bytes) / Math.log(1024)));
  return `${tenths.format(bytes / 1024 ** power)} ${units[power]}`;
}

/** 42 -> `42 ms`, 1530 -> `1.5 s`. */
export function formatMilliseconds(ms: number): string {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}

/** Minutes and seconds of a length in milliseconds: 83000 -> `1:23`; of more than an hour `2:05:09`. */
export function formatLength(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const shown = parts[0] === 0 ? parts.slice(1) : parts;
  return shown.map((part, at) => (at === 0 ? String(part) : String(part).padStart(2, '0'))).join(':');
}

/** An instant (ISO 8601) on the business clock, to the second, for evidence: the clock is always named. */
export function formatClock(instant: string, language: Language): string {
  return `${onBusinessClock(instant, language, { dateStyle: 'medium', timeStyle: 'medium' })} KST`;
}

/** A figure as short as an axis has room for: `1.65억`, `3,400만`, `12%`. */
export function formatShort(value: number, kind: ColumnKind, language: Language): string {
  if (kind === 'ratio') return formatRatio(value);
  return new Intl.NumberFormat(language, {
    notation: 'compact',
    maximumFractionDigits: 2,
    useGrouping: 'always',
  }).format(value);
}

/** Money on a card or in a sentence: `1억 2,346만 원`, `₩123.5M`; a table shows all digits (`formatCell`). */
export function formatMoney(won: number, language: Language): string {
  return formatWonInWords(Math.round(won), language);
}

/** A cell of a result table as its column's kind asks for. Days and months come as `2025-03-01` and `2025-03`. */
export function formatCell(value: CellValue, kind: ColumnKind, language: Language): string {
  if (value === null || value === '') return noValue;
  if (typeof value === 'number') {
    if (kind === 'won') return formatWon(value);
    if (kind === 'ratio') return formatRatio(value);
    return formatCount(value);
  }
  return kind === 'time' ? formatTime(value, language) : value;
}
