import type { CellValue, ColumnKind } from '../../shared/resultTable';
import { koreanTimeZone } from '../../shared/koreanTime';
import type { Language } from '../../shared/problem';
import { formatWon } from '../../shared/won';

/** What stands where there is no value. */
export const noValue = '–';

const locales = { ko: 'ko-KR', en: 'en-GB' } as const;

/** 1234567 -> `1,234,567`; both languages write it so. */
export function formatCount(count: number): string {
  return new Intl.NumberFormat('en').format(count);
}

/** 0.1234 -> `12.3%`. */
export function formatRatio(ratio: number): string {
  return new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 1 }).format(ratio);
}

/** An instant (ISO 8601) on the business clock, to the minute. */
export function formatTime(instant: string, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], {
    dateStyle: 'medium',
    timeStyle: 'short',
    hourCycle: 'h23',
    timeZone: koreanTimeZone,
  }).format(new Date(instant));
}

/** The business day of an instant: `2025. 3. 1.` or `1 Mar 2025`. */
export function formatDay(instant: string, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], {
    dateStyle: 'medium',
    timeZone: koreanTimeZone,
  }).format(new Date(instant));
}

/** 1536 -> `1.5 KB`. */
export function formatBytes(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB'];
  const power = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log(bytes) / Math.log(1024)));
  return `${new Intl.NumberFormat('en', { maximumFractionDigits: 1 }).format(bytes / 1024 ** power)} ${units[power]}`;
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

/** An instant (ISO 8601) on the business clock, to the second. */
export function formatClock(instant: string, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], {
    dateStyle: 'medium',
    timeStyle: 'medium',
    hourCycle: 'h23',
    timeZone: koreanTimeZone,
  }).format(new Date(instant));
}

/** A figure as short as an axis has room for: `1.65억`, `3400만`, `12%`. */
export function formatShort(value: number, kind: ColumnKind, language: Language): string {
  if (kind === 'ratio') return formatRatio(value);
  return new Intl.NumberFormat(language, { notation: 'compact', maximumFractionDigits: 2 }).format(value);
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
