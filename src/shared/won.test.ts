import { formatWon, formatWonInWords } from './won';

describe('money', () => {
  it('groups by three and keeps the sign before the mark', () => {
    expect(formatWon(1_234_567)).toBe('₩1,234,567');
    expect(formatWon(-5_000)).toBe('-₩5,000');
    expect(formatWon(0)).toBe('₩0');
  });

  it.each([
    [9_999, '9,999원'],
    [10_000, '1만 원'],
    [123_456_789, '1억 2,346만 원'],
    [100_000_000, '1억 원'],
    [99_999_999, '1억 원'],
    [1_200_030_000_000, '1조 2,000억 3,000만 원'],
    [-35_000, '-4만 원'],
  ])('says %d in Korean as %s', (won, words) => {
    expect(formatWonInWords(won, 'ko')).toBe(words);
  });

  it('says it in English to a tenth of the unit', () => {
    expect(formatWonInWords(123_456_789, 'en')).toBe('₩123.5M');
    expect(formatWonInWords(-1_500, 'en')).toBe('-₩1.5K');
  });
});
