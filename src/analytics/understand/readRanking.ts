import { koreanNumber, koreanNumberPattern } from '../period/koreanNumbers';
import type { InteractionDimension } from '../semanticModel/dimensions';
import type { Reading } from './reading';

/** An order a question asks for, and how many. */
export interface Ranking {
  direction: 'asc' | 'desc';
  limit?: number;
  /** How many was not said. */
  isUsual?: true;
  /** What the counting word counts: 명 people, 곳 customers. */
  of?: InteractionDimension;
}

/** "The best customers" without a number. */
const usualLimit = 10;

/** "상위 20%" is no number of things. */
const noPercent = '(?![\\d.]*\\s*(?:%|퍼센트|프로|percent))';
/** What is counted by a word that counts only that. */
const counted: Partial<Record<string, InteractionDimension>> = {
  명: 'employee',
  사람: 'employee',
  분: 'employee',
  곳: 'customer',
  군데: 'customer',
  품목: 'product',
};
const counters = '개|곳|명|위|등|군데|품목|가지|건|사람|분';
const counter = `(?:\\s*(?<counter>${counters}))?(?:까지|만|의|을|를|은|는)?`;
/** A number word without a counter is the beginning of another word: 상위 사원, 상위 이천. */
const number = `(?<count>\\d+${noPercent}|(?:${koreanNumberPattern})(?=\\s*(?:${counters}))|two|three|four|five|six|seven|eight|nine|ten)`;
const numbered: [RegExp, Ranking['direction']][] = [
  [new RegExp(`(?:상위|탑|톱|베스트)\\s*-?\\s*${number}${counter}`, 'gu'), 'desc'],
  [new RegExp(`(?:하위|워스트|꼴찌)\\s*-?\\s*${number}${counter}`, 'gu'), 'asc'],
  [
    new RegExp(`(?<![a-z])(?:top|best|highest|largest|biggest|leading)\\s*-?\\s*${number}(?![\\d])`, 'gu'),
    'desc',
  ],
  [
    new RegExp(
      `(?<![a-z])${number}\\s+(?:biggest|largest|highest|best|top|leading|strongest)(?![a-z])`,
      'gu',
    ),
    'desc',
  ],
  [new RegExp(`(?<![a-z])${number}\\s+(?:smallest|lowest|worst|weakest)(?![a-z])`, 'gu'), 'asc'],
  [new RegExp(`(?<![a-z])(?:just|only|show)?\\s*the\\s+first\\s+${number}(?![\\d])`, 'gu'), 'desc'],
  [new RegExp(`(?<![a-z])(?:bottom|worst|lowest|smallest)\\s*-?\\s*${number}(?![\\d])`, 'gu'), 'asc'],
  [
    new RegExp(
      '(?:1\\s*위?\\s*(?:부터|에서|[~∼-])\\s*)?(?<count>\\d+)\\s*(?:위|등(?!급))(?:권)?(?:까지|부터)?(?!\\d)',
      'gu',
    ),
    'desc',
  ],
];

const fewest = '적|낮|작|못|안|저조|부진|나쁜|짧|덜|떨어지';
const most = '많|높|큰|크|잘|좋|우수|활발|길|오래|인기';
const superlative = new RegExp(
  `(?:가장|제일|젤)(?:\\s*(?:매출|실적|판매|방문|달성률|성장률|증가율|수량)(?:이|가|을|를|도)?)?\\s*(?<how>${fewest}|${most})?[가-힣]*`,
  'gu',
);
const extreme: [RegExp, Ranking['direction']][] = [
  [/(?:최고|최대|최다|최상위|1\s*등|일등|베스트)(?:로|의|인|치|를|은|는)?/gu, 'desc'],
  [/(?:최저|최소|최하위|꼴찌|꼴등|워스트)(?:로|의|인|치|를|은|는)?/gu, 'asc'],
  [
    /(?<![a-z])(?:the\s+)?(?:most|highest|largest|biggest|greatest|best(?:[\s-]+(?:selling|performing))?|top[\s-]+(?:selling|performing))(?![a-z])/gu,
    'desc',
  ],
  [
    /(?<![a-z])(?:the\s+)?(?:least|lowest|smallest|fewest|worst(?:[\s-]+(?:selling|performing))?|poorest|weakest)(?![a-z])/gu,
    'asc',
  ],
];
const orders: [RegExp, Ranking['direction']][] = [
  [/(?:낮|적|작)은\s*(?:순서?|거|것|데|곳)(?:대로|로|으로)?|오름차순|ascending/gu, 'asc'],
  [/(?:높|많|큰|잘\s*팔린)은?\s*순서?(?:대로|로|으로)?|내림차순|descending/gu, 'desc'],
  [/순위|랭킹|등수|(?<=[가-힣\s])순(?:서대로|서로|으로)|(?<![a-z])rank(?:ing|ed|s)?(?![a-z])/gu, 'desc'],
];
const few: [RegExp, Ranking['direction']][] = [
  [/(?<![가-힣])(?:적|낮|작)은(?=\s+\S)/gu, 'asc'],
  [/(?<![가-힣])(?:많은|높은|큰|우수한)(?=\s+\S)/gu, 'desc'],
  [/(?:하위권?|부진한|저조한|실적이\s*(?:나쁜|안\s*좋은))/gu, 'asc'],
  [/(?:상위권?|인기\s*(?:있는|많은)?|(?:많이|잘)\s*(?=팔|나가|판매)|(?<![a-z])top(?![a-z]))/gu, 'desc'],
];
const plural =
  /들(?![가-힣]*\s*목)|(?<![a-z])(?:customers|products|reps|employees|teams|accounts|regions|people|hospitals|clinics|pharmacies)(?![a-z])/u;
const singular =
  /(?<![a-z])(?:who|(?:which|what)\s+(?:customer|product|rep|employee|team|account|region|hospital|clinic|pharmacy|month))(?![a-z])/u;
const countBehind = new RegExp(
  `(?<count>\\d+|두|세|네|다섯|여섯|일곱|여덟|아홉|열)\\s*(?:개|곳|명|군데|품목|가지)(?!월|년)`,
  'gu',
);

const englishNumbers = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** Takes what a question says about order and number: "상위 5곳", "가장 많이", "top ten", "낮은 순". Null for no order. */
export function takeRanking(reading: Reading): Ranking | null {
  for (const [pattern, direction] of numbered) {
    const [match] = reading.take(pattern);
    if (match) {
      const { count, counter } = match.groups!;
      return {
        direction: takeDirection(reading) ?? direction,
        limit: countOf(count!),
        ...ofCounted(counter),
      };
    }
  }
  const isPlural = plural.test(reading.text) && !singular.test(reading.text);
  const [best] = reading.take(superlative);
  if (best)
    return {
      direction: directionOf(best.groups?.how),
      limit: countIn(reading) ?? (isPlural ? usualLimit : 1),
    };
  for (const [pattern, direction] of extreme) {
    if (reading.take(pattern).length > 0)
      return { direction, limit: countIn(reading) ?? (isPlural ? usualLimit : 1) };
  }
  for (const [pattern, direction] of orders) {
    if (reading.take(pattern).length > 0) return { direction, limit: countIn(reading) };
  }
  for (const [pattern, direction] of few) {
    if (reading.take(pattern).length === 0) continue;
    const limit = countIn(reading);
    return { direction, limit: limit ?? usualLimit, ...(limit ? {} : { isUsual: true }) };
  }
  return null;
}

function ofCounted(counter: string | undefined): Pick<Ranking, 'of'> {
  const of = counter && counted[counter];
  return of ? { of } : {};
}

/** "실적이 낮은 상위 5명" is about the lowest. */
function takeDirection(reading: Reading): Ranking['direction'] | undefined {
  return orders.find(([pattern]) => reading.take(pattern).length > 0)?.[1];
}

function directionOf(how: string | undefined): Ranking['direction'] {
  return how !== undefined && new RegExp(`^(?:${fewest})`, 'u').test(how) ? 'asc' : 'desc';
}

function countIn(reading: Reading): number | undefined {
  const [match] = reading.take(countBehind);
  return match ? countOf(match.groups!.count!) : undefined;
}

function countOf(word: string): number {
  const english = englishNumbers.indexOf(word);
  return english >= 0 ? english + 2 : koreanNumber(word);
}
