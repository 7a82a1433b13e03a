import type { Threshold } from '../figureQuery';
import { numberOf, numberPattern } from './readAmounts';
import type { Reading } from './reading';

/** What a bound is measured in; which figure that is depends on what is asked. */
export type BoundUnit = 'won' | 'ratio' | 'times' | 'units' | 'days' | 'none';

export interface Bound extends Omit<Threshold, 'measure'> {
  unit: BoundUnit;
}

const koreanUnit =
  '(?<unit>원|%|퍼센트|프로|회|번|차례|건|개|정|캡슐|일|곳|명)?(?:\\s*(?:을|를|은|는|이|가|도|간|동안|넘게|의))?';
const koreanSide =
  '(?<side>이상|초과|넘게|넘는|넘은|넘긴|넘었|이하|미만|안\\s*되는|못\\s*되는|못\\s*미치는|밑도는|웃도는|아래|밑)';
const korean = new RegExp(
  `(?<sign>(?<![\\d~∼])-|마이너스\\s*)?(?<number>${numberPattern})\\s*${koreanUnit}\\s*${koreanSide}(?:으로|인|의|은|는|을|를|이|가|된|한)?`,
  'gu',
);

/** "500만원에서 1000만원 사이", "10~20건". */
const koreanRange = new RegExp(
  `(?<from>${numberPattern})\\s*(?:원|%|퍼센트|회|번|건|개)?\\s*(?:에서|부터|[~∼-])\\s*(?<number>${numberPattern})\\s*(?<unit>원|%|퍼센트|프로|회|번|건|개)?\\s*(?:사이|까지)(?:의|인|로)?`,
  'gu',
);
const englishRange = new RegExp(
  `between\\s+(?:₩|krw\\s*)?(?<from>${numberPattern})\\s*(?:%|percent|won|krw)?\\s+and\\s+(?:₩|krw\\s*)?(?<number>${numberPattern})\\s*(?<unit>%|percent|won|krw|visits?|times|orders?|units?)?(?![a-z])`,
  'gu',
);
const englishSide =
  '(?<side>at\\s+least|no\\s+less\\s+than|more\\s+than|greater\\s+than|above|over|exceeding|exceeded|under|less\\s+than|fewer\\s+than|lower\\s+than|below|at\\s+most|no\\s+more\\s+than|up\\s+to)';
/** What is counted may be the figure itself: it is left to be read. */
const englishUnit = '(?<unit>%|percent|won|krw|times|units?|days?)?';
const english = new RegExp(
  `${englishSide}\\s+(?:₩|krw\\s*)?(?<number>${numberPattern})\\s*${englishUnit}(?![a-z])`,
  'gu',
);

const sides: [RegExp, keyof Omit<Threshold, 'measure'>][] = [
  [/^(?:이상|at\s+least|no\s+less)/u, 'atLeast'],
  [/^(?:초과|넘|웃도|more|greater|above|over|exceed)/u, 'above'],
  [/^(?:이하|at\s+most|no\s+more|up\s+to)/u, 'atMost'],
  [/./u, 'below'],
];

const units: [RegExp, BoundUnit][] = [
  [/^(?:원|won|krw)$/u, 'won'],
  [/^(?:%|퍼센트|프로|percent)$/u, 'ratio'],
  [/^(?:회|번|차례|건|visits?|times|contacts?|orders?)$/u, 'times'],
  [/^(?:개|정|캡슐|units?)$/u, 'units'],
  [/^(?:일|days?)$/u, 'days'],
];

/** Takes the bounds a question sets to a figure: "1억 이상", "80% 미만", "at least 5 visits". */
export function takeBounds(reading: Reading): Bound[] {
  const ranges = [...reading.take(koreanRange), ...reading.take(englishRange)].map(({ groups }) => {
    const { from, number, unit: word = '' } = groups as { from: string; number: string; unit?: string };
    const unit = unitOf(word, number);
    const size = (digits: string) => (unit === 'ratio' ? numberOf(digits) / 100 : numberOf(digits));
    return { unit, atLeast: size(withUnitOf(number, from)), atMost: size(number) };
  });
  const bounds = [...reading.take(korean), ...reading.take(english)].map(({ groups }) => {
    const {
      number,
      unit: word = '',
      side,
      sign,
    } = groups as { number: string; side: string } & Partial<Record<string, string>>;
    const unit = unitOf(word, number);
    const key = sides.find(([pattern]) => pattern.test(side))![1];
    const value = numberOf(number) * (sign ? -1 : 1);
    return { unit, [key]: unit === 'ratio' ? value / 100 : value };
  });
  return [...ranges, ...bounds];
}

function unitOf(word: string, number: string): BoundUnit {
  return units.find(([pattern]) => pattern.test(word))?.[1] ?? (isLarge(number) ? 'won' : 'none');
}

/** "1~2억": the first number is in 억 too. */
function withUnitOf(number: string, from: string): string {
  const size = /[조억만천백]+|million|billion|[km]$/u.exec(number)?.[0] ?? '';
  return /^[\d.,]+$/u.test(from) ? from + size : from;
}

/** 억 and 만 are said of money. */
function isLarge(number: string): boolean {
  return /[조억만]|million|billion|bn|[km]$/u.test(number);
}
