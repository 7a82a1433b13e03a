const koreanUnits: [string, number][] = [
  ['조', 1e12],
  ['억', 1e8],
  ['천만', 1e7],
  ['백만', 1e6],
  ['십만', 1e5],
  ['만', 1e4],
  ['천', 1e3],
  ['백', 1e2],
];
const englishUnits: [string, number][] = [
  ['trillion', 1e12],
  ['billion', 1e9],
  ['bn', 1e9],
  ['million', 1e6],
  ['m', 1e6],
  ['thousand', 1e3],
  ['k', 1e3],
];

const digits = '\\d[\\d,]*(?:\\.\\d+)?';
const koreanUnit = koreanUnits.map(([unit]) => unit).join('|');
const englishUnit = englishUnits.map(([unit]) => unit).join('|');

/** A number with units of size, Korean or English, as a source for regular expressions: `1억 5천만`, `1.2 million`. */
export const numberPattern = `${digits}\\s*(?:${englishUnit})(?![a-z])|(?:${digits}\\s*(?:${koreanUnit})\\s*)+(?:${digits})?|(?:천만|백만|십만)(?=\\s*원)|${digits}`;

const terms = new RegExp(`(${digits})\\s*(${koreanUnit}|${englishUnit})?`, 'gu');

/** The number such a text means. In `1억 5천` the 천 is of 만, as people say it. */
export function numberOf(text: string): number {
  let sum = 0;
  let isAfterHundredMillion = false;
  // 백만원 is one 백만.
  const counted = /^\s*\d/u.test(text) ? text : `1${text}`;
  for (const [, digitsText, unit] of counted.matchAll(terms)) {
    const [, size] = [...koreanUnits, ...englishUnits].find(([name]) => name === unit) ?? ['', 1];
    const isShort = isAfterHundredMillion && unit === '천' && !text.includes('만');
    sum += Number(digitsText!.replaceAll(',', '')) * (isShort ? 1e7 : size);
    isAfterHundredMillion = unit === '억';
  }
  return sum;
}
