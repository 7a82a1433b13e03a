const words: Record<string, number> = {
  한: 1,
  첫: 1,
  두: 2,
  둘: 2,
  세: 3,
  셋: 3,
  석: 3,
  네: 4,
  넷: 4,
  넉: 4,
  다섯: 5,
  여섯: 6,
  일곱: 7,
  여덟: 8,
  아홉: 9,
  열: 10,
  일: 1,
  이: 2,
  삼: 3,
  사: 4,
  오: 5,
  육: 6,
  칠: 7,
  팔: 8,
  구: 9,
  십: 10,
  십이: 12,
};

/** Digits, or a Korean number word as it stands before a counter: `3`, `세`, `십이`. */
export const koreanNumberPattern = `\\d+|${Object.keys(words)
  .sort((a, b) => b.length - a.length)
  .join('|')}`;

/** The number such a word or string of digits means. */
export function koreanNumber(text: string): number {
  return words[text] ?? Number(text);
}
