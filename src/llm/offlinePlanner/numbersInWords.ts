import type { CellValue, ColumnKind } from '../../shared/chat';
import type { Language } from '../../shared/problem';

const count = new Intl.NumberFormat('en');
const percent = new Intl.NumberFormat('en', {
  style: 'percent',
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});
const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumSignificantDigits: 3 });

/** Amounts from here on are also said in 만 and 억: exact figures of that length are hard to read. */
const longAmount = 10_000;

/** A cell as it is said in a sentence: money exact and in words, ratios in percent, times by the Korean clock. */
export function cellInWords(value: CellValue | undefined, kind: ColumnKind, language: Language): string {
  if (value === null || value === undefined || value === '') return language === 'ko' ? '없음' : 'none';
  if (typeof value === 'string') return kind === 'time' ? value.slice(0, 16).replace('T', ' ') : value;
  if (kind === 'won') return wonInWords(value, language);
  return kind === 'ratio' ? percent.format(value) : count.format(value);
}

function wonInWords(won: number, language: Language): string {
  const exact = `${won < 0 ? '-' : ''}₩${count.format(Math.abs(won))}`;
  if (Math.abs(won) < longAmount) return exact;
  return `${exact}(${won < 0 ? '-' : ''}${language === 'ko' ? koreanUnits(Math.abs(won)) : `₩${compact.format(Math.abs(won))}`})`;
}

/** 1억 2,346만 원: rounded to 만. */
function koreanUnits(won: number): string {
  const tenThousands = Math.round(won / 10_000);
  const parts = [
    { value: Math.floor(tenThousands / 100_000_000), unit: '조' },
    { value: Math.floor(tenThousands / 10_000) % 10_000, unit: '억' },
    { value: tenThousands % 10_000, unit: '만' },
  ];
  return `${parts
    .filter(({ value }) => value > 0)
    .map(({ value, unit }) => `${count.format(value)}${unit}`)
    .join(' ')} 원`;
}
