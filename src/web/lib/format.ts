import type { CellValue, ColumnKind } from '../../shared/chat';
import type { Language } from '../../shared/problem';

/** What stands where there is no value. */
export const noValue = '–';

const locales = { ko: 'ko-KR', en: 'en-GB' } as const;
const businessTimeZone = 'Asia/Seoul';

/** 1234567 -> `₩1,234,567`. */
export function formatWon(won: number): string {
  return `${won < 0 ? '-' : ''}₩${formatCount(Math.abs(won))}`;
}

/**
 * Money as people say it: 123456789 -> `1억 2,346만 원` or `₩123M`.
 * Korean rounds to 만 from 10,000 on; English to three digits.
 */
export function formatWonInWords(won: number, language: Language): string {
  if (language === 'en') {
    const short = new Intl.NumberFormat('en', { notation: 'compact', maximumSignificantDigits: 3 });
    return `${won < 0 ? '-' : ''}₩${short.format(Math.abs(won))}`;
  }
  const amount = Math.abs(won);
  if (amount < 10_000) return `${formatCount(won)}원`;
  const tenThousands = Math.round(amount / 10_000);
  const parts = [
    { value: Math.floor(tenThousands / 100_000_000), unit: '조' },
    { value: Math.floor(tenThousands / 10_000) % 10_000, unit: '억' },
    { value: tenThousands % 10_000, unit: '만' },
  ];
  const words = parts
    .filter(({ value }) => value > 0)
    .map(({ value, unit }) => `${formatCount(value)}${unit}`);
  return `${won < 0 ? '-' : ''}${words.join(' ')} 원`;
}

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
    timeZone: businessTimeZone,
  }).format(new Date(instant));
}

/** The business day of an instant: `2025. 3. 1.` or `1 Mar 2025`. */
export function formatDay(instant: string, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], {
    dateStyle: 'medium',
    timeZone: businessTimeZone,
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
