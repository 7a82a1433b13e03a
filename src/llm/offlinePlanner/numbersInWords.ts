import type { CellValue, ColumnKind } from '../../shared/resultTable';
import type { Language } from '../../shared/problem';
import { formatWon, formatWonInWords } from '../../shared/won';

const count = new Intl.NumberFormat('en');
const percent = new Intl.NumberFormat('en', {
  style: 'percent',
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});

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
  const exact = formatWon(won);
  return Math.abs(won) < longAmount ? exact : `${exact}(${formatWonInWords(won, language)})`;
}
