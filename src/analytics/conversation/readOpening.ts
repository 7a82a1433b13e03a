import type { InteractionDimension } from '../semanticModel/dimensions';
import type { CalendarUnit } from '../period/calendarUnits';
import { koreanNumber } from '../period/koreanNumbers';
import { readingOf } from '../understand/reading';

/** What a question says of those before it, apart from what it asks itself. */
export interface Opening {
  /** The question without these words; places stay the same. */
  rest: string;
  /** "그럼", "what about". */
  connects: boolean;
  /** "그중", "of those": all conditions stay. */
  narrows: boolean;
  /** "같은 기간", "거기": what was named is meant. */
  pointsBack: boolean;
  /** "그 거래처": what must have been named. */
  pointsTo: PointedKind | null;
  /** "그 전 달" is -1, "그다음 달" 1. */
  shift: -1 | 1 | null;
  /** "3개만": how many, and nothing of the order. */
  limit: number | null;
  /** "6개월은?": the rolling span that ends today. */
  span: { unit: CalendarUnit; count: number } | null;
  /** "전체 거래처는?": the kind that is limited no longer; `all` for every one. */
  widens: PointedKind | 'all' | null;
  /** "표로", "그래프로": the same once more. */
  shows: 'table' | 'chart' | null;
  /** "오세린이랑 비교하면?" */
  compares: boolean;
  /** Ends as what is held against something said before: "8월은?". */
  contrasts: boolean;
}

export type PointedKind = Extract<InteractionDimension, 'customer' | 'product' | 'employee' | 'team'>;

const connector =
  /^\s*(?:(?:그럼|그러면|그렇다면|그렇담|그리고|그러고|그런데|근데|아니|또|혹시|자)(?![가-힣])[\s,]*|(?:and|but|so|ok(?:ay)?|then|now|also)(?![a-z])[\s,]*|(?:what|how)\s+about(?![a-z])|(?:the\s+)?same\s+for(?![a-z])|(?:just|only)(?![a-z]))+/gu;
const narrowing =
  /(?<![가-힣])(?:그|이)\s*중(?:에서?는?|에|의)?(?![가-힣])|(?<![가-힣])(?:거기|여기)서?(?:는|만|의)?(?![가-힣])|(?<![a-z])(?:of|among|from)\s+(?:those|these|them)(?![a-z])/gu;
/** The same time of last year is a comparison. */
const sameAsBefore =
  /(?<!(?:작년|전년|지난\s?해)도?\s?(?:의\s?)?)(?:같은|동일한?)\s*(?:기간|조건|기준|달|분기|때|거래처|제품|팀|지역)(?:으로|에는?|의|은|는)?(?!\s*(?:작년|전년))|(?<![가-힣])(?:그때|그\s*(?:기간|달|분기|주|해))(?:에는?|의|에도)?(?![가-힣])|(?<![a-z])(?:(?:the\s+)?same\s+(?:period|time|month|quarter|filters?|conditions?)(?!\s+(?:of\s+)?(?:the\s+)?(?:last|previous|prior))|(?:in|for|during)\s+that\s+(?:period|month|quarter|time|year))(?![a-z])/gu;
const pointed: [RegExp, PointedKind | null][] = [
  [
    /(?<![가-힣])(?:그|이|저|해당)\s*(?:거래처|병의원|병원|의원|약국|고객|곳)|(?<![a-z])(?:that|this)\s+(?:customer|account|hospital|clinic|pharmacy)(?:'s)?(?![a-z])/gu,
    'customer',
  ],
  [
    /(?<![가-힣])(?:그|이|저|해당)\s*(?:제품|품목|약|상품)(?![가-힣]{2})|(?<![a-z])(?:that|this)\s+(?:product|drug|brand)(?:'s)?(?![a-z])/gu,
    'product',
  ],
  [
    /(?<![가-힣])(?:그|이|저|해당)\s*(?:사람|담당자|직원|사원|분)(?![가-힣]{2})|(?<![a-z])(?:that|this)\s+(?:rep|person|employee)(?:'s)?(?![a-z])/gu,
    'employee',
  ],
  [/(?<![가-힣])(?:그|이|저|해당)\s*팀|(?<![a-z])(?:that|this)\s+team(?:'s)?(?![a-z])/gu, 'team'],
  [
    /(?<![가-힣])(?:그거|그것|그걸|그건|이거|이것|이걸|이건|그게)(?:를|을|은|도|만)?(?![가-힣])|(?<![a-z])(?:it|its|them|that|those)(?![a-z])/gu,
    null,
  ],
];
const unit = '(?:달|월|주|분기|반기|해|년|날|기간)';
const shifts: [RegExp, -1 | 1][] = [
  [
    new RegExp(
      `(?<![가-힣])(?:(?:그|바로)\\s*(?:바로\\s*)?(?:전|이전|직전|앞)|이전|직전)\\s*${unit}(?=$|[^가-힣]|은|는|에|의|도|요)|(?<![가-힣])(?:전월|전달|전분기|전주|전년도?|전기)(?=\\s*[?.!]*$|은|는|에는|도|꺼|것)(?!\\s*대비)|(?<![a-z])(?:the\\s+)?(?:one|day|week|month|quarter|year)\\s+before(?:\\s+that)?(?![a-z]|\\s+last)|(?<![a-z])the\\s+previous\\s+one(?![a-z])`,
      'gu',
    ),
    -1,
  ],
  [
    new RegExp(
      `(?<![가-힣])(?:그\\s*)?다음\\s*${unit}(?=\\s*[?.!]*$|은|는|에는|도)|(?<![a-z])(?:the\\s+)?(?:day|week|month|quarter|year)\\s+after(?:\\s+that)?(?![a-z])`,
      'gu',
    ),
    1,
  ],
];
const countAlone =
  /(?<!(?:위|탑|톱|베스트|top|bottom|최근|마지막|last|latest)\s*)(?<![\d가-힣.])(?<count>\d+|두|세|네|다섯|열)\s*(?:개|곳|명|건|위|등|군데|가지|팀|품목)?\s*(?:만|까지만?|씩만?|으로)(?![가-힣])|(?<![a-z])(?:only|just|first)\s+(?<count2>\d+)(?![\d%])/gu;
/** Nothing else is said: with a noun behind it, it is a condition. */
const spanAlone =
  /^\s*(?<count>\d+)\s*(?<unit>개월|달|주|일|년|(?:month|week|day|year)s?)\s*(?:간|동안|치)?(?:은|는|으로|로)?(?:요)?\s*[?.!]*\s*$/gu;
const spanUnits: Record<string, CalendarUnit> = {
  개월: 'month',
  달: 'month',
  주: 'week',
  일: 'day',
  년: 'year',
};
const widening: [RegExp, Opening['widens'] & string][] = [
  [
    /(?<![가-힣])(?:전체|모든|전)\s*(?:거래처|고객|병원|병의원)(?=은|는|로|의|도|\s|[?.!]|$)|(?<![a-z])all\s+(?:customers|accounts|hospitals)(?![a-z])/gu,
    'customer',
  ],
  [
    /(?<![가-힣])(?:전체|모든|전)\s*(?:제품|품목|상품)(?=은|는|로|의|도|\s|[?.!]|$)|(?<![a-z])all\s+(?:products|brands)(?![a-z])/gu,
    'product',
  ],
  [
    /(?<![가-힣])(?:전체|모든|전)\s*(?:직원|팀원|담당자|사원)(?=은|는|로|의|도|\s|[?.!]|$)|(?<![a-z])all\s+(?:reps|employees)(?![a-z])/gu,
    'employee',
  ],
  [
    /^\s*전체(?:로|는|로는|를|은|의)?\s*(?=$|[?.!])|(?<![a-z])overall(?![a-z])|^\s*in\s+total\s*(?=$|[?.!])/gu,
    'all',
  ],
];
const tables = /(?<![가-힣])표로|표\s*(?:형태|형식)로|(?<![a-z])(?:as|in)\s+(?:a\s+)?table(?![a-z])/gu;
const charts =
  /(?:그래프|차트|도표)(?:로|를|으로)?|(?<![a-z])(?:(?:as|in)\s+(?:a\s+)?)?(?:chart|graph|plot)(?:\s+(?:it|that|this))?(?![a-z])/gu;
const comparing = /비교|(?<![가-힣])차이|(?<![a-z])(?:compare[ds]?|comparison|versus|vs)(?![a-z])/u;
const contrast = /[가-힣a-z0-9)](?:은|는|만|도|으로|로)(?:요)?\s*[?.!~]*\s*$/u;

/** @param question normalised, see `normalizeQuestion`. */
export function readOpening(question: string): Opening {
  const reading = readingOf(question);
  const has = (pattern: RegExp) => reading.take(pattern).length > 0;
  const found = <Value>(patterns: [RegExp, Value][]) => patterns.find(([pattern]) => has(pattern))?.[1];
  const connects = has(connector);
  const narrows = has(narrowing);
  const isSame = has(sameAsBefore);
  const pointsTo = found(pointed);
  const shift = found(shifts) ?? null;
  const widens = found(widening) ?? null;
  const shows = has(charts) ? 'chart' : has(tables) ? 'table' : null;
  const span = spanIn(reading.take(spanAlone)[0]);
  const [count] = reading.take(countAlone);
  return {
    rest: reading.text,
    connects,
    narrows,
    pointsBack: isSame || pointsTo !== undefined,
    pointsTo: pointsTo ?? null,
    shift,
    limit: count ? koreanNumber((count.groups!.count ?? count.groups!.count2)!) : null,
    span,
    widens,
    shows,
    compares: comparing.test(question),
    contrasts: contrast.test(question),
  };
}

function spanIn(match: RegExpExecArray | undefined): Opening['span'] {
  if (!match) return null;
  const { count, unit: word } = match.groups as { count: string; unit: string };
  return { unit: spanUnits[word] ?? (word.replace(/s$/u, '') as CalendarUnit), count: Number(count) };
}
