import type { Language } from './problem';

/** Korean amounts are said in 만 from here on: exact figures of that length are hard to read. */
const tenThousand = 10_000;

const count = new Intl.NumberFormat('en');
const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });

/** 1234567 -> `₩1,234,567`. */
export function formatWon(won: number): string {
  return `${won < 0 ? '-' : ''}₩${count.format(Math.abs(won))}`;
}

/**
 * Money as people say it: 123456789 -> `1억 2,346만 원` or `₩123.5M`.
 * Korean rounds to 만 from 10,000 on; English to a tenth of the unit.
 */
export function formatWonInWords(won: number, language: Language): string {
  const sign = won < 0 ? '-' : '';
  const amount = Math.abs(won);
  if (language === 'en') return `${sign}₩${compact.format(amount)}`;
  if (amount < tenThousand) return `${count.format(won)}원`;
  const tenThousands = Math.round(amount / tenThousand);
  const parts = [
    { value: Math.floor(tenThousands / 100_000_000), unit: '조' },
    { value: Math.floor(tenThousands / 10_000) % 10_000, unit: '억' },
    { value: tenThousands % 10_000, unit: '만' },
  ];
  const words = parts
    .filter(({ value }) => value > 0)
    .map(({ value, unit }) => `${count.format(value)}${unit}`);
  return `${sign}${words.join(' ')} 원`;
}
