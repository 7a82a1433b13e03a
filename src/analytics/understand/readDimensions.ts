import {
  interactionDimensions,
  isTimeDimension,
  type InteractionDimension,
} from '../semanticModel/dimensions';
import type { Reading } from './reading';
import { anyOf } from './words';

interface Pattern {
  key: InteractionDimension;
  pattern: RegExp;
}

/** Nouns of one syllable that are dimensions also without 별. */
const shortNouns = ['달', '곳', '팀', '약'];
/** What stands behind a noun that is a subject or an object. */
const nounEnd =
  '(?=[^가-힣]|$|은|는|이|가|을|를|의|들|에|와|과|도|만|로|중|인|수|명|목록|리스트|명단|순위|랭킹|현황|톱|상위|하위)';

const words = Object.entries(interactionDimensions)
  .flatMap(([key, dimension]) => [
    ...dimension.words.ko.map((word) => ({
      key: key as InteractionDimension,
      word,
      language: 'ko' as const,
    })),
    ...dimension.words.en.map((word) => ({
      key: key as InteractionDimension,
      word,
      language: 'en' as const,
    })),
  ])
  .sort((a, b) => b.word.length - a.word.length);

const groupings = [
  ...patterns('ko', (word) => `(?<![가-힣a-z0-9])${word}\\s*(?:별|마다)(?:로|의|은|는|에)?`),
  ...patterns('ko', (word) => `(?<![가-힣])각\\s*${word}(?:의|이|가|은|는)?`),
  ...patterns(
    'en',
    (word) =>
      `(?<![a-z])(?:by|per|for\\s+each|each|every|across|among|(?:split|broken\\s+down|grouped)\\s+by)\\s+(?:the\\s+)?${word}(?:s|es)?(?![a-z])`,
  ),
];
const furtherGroupings = patterns(
  'en',
  (word) => `(?<=\\s)(?:and|,)\\s+(?:by\\s+)?${word}(?:s|es)?(?![a-z])`,
);
const timeAdverbs: [RegExp, InteractionDimension][] = [
  [/(?<![a-z])daily(?![a-z])|(?<![가-힣])(?:일\s*평균|하루\s*평균|매일)/gu, 'day'],
  [/(?<![a-z])weekly(?![a-z])|(?<![가-힣])(?:주\s*평균|매주)/gu, 'week'],
  [/(?<![a-z])monthly(?![a-z])|(?<![가-힣])(?:월\s*평균|매월|매달|다달이|월간|월\s*단위)/gu, 'month'],
  [/(?<![a-z])quarterly(?![a-z])|(?<![가-힣])(?:매\s*분기|분기\s*단위)/gu, 'quarter'],
  [/(?<![a-z])(?:yearly|annually)(?![a-z])|(?<![가-힣])(?:매년|해마다)/gu, 'year'],
];

/** Takes what a question asks to be grouped by outright: "거래처별", "월별로", "by product and month", "monthly". */
export function takeGroupings(reading: Reading): InteractionDimension[] {
  const found = takeEach(reading, groupings);
  if (found.length > 0) found.push(...takeEach(reading, furtherGroupings));
  for (const [pattern, key] of timeAdverbs) {
    found.push(...reading.take(pattern).map(({ index }) => ({ key, index })));
  }
  return inOrder(found);
}

/** The noun that says what a ranking or a choice is of. */
export interface Subject {
  key: InteractionDimension;
  /** Where it stands. */
  index: number;
  /** Asked for by "which", "who" or "list". */
  isAskedFor: boolean;
  /** By "list" (목록). */
  isListed: boolean;
}

const nouns = [
  ...patterns(
    'ko',
    (word) =>
      `(?<![가-힣a-z0-9])(?<which>(?:어느|어떤|무슨)\\s*)?${word}(?<list>\\s*(?:목록|리스트|명단))?${nounEnd}`,
    (word) => word.length > 1 || shortNouns.includes(word),
  ),
  ...patterns(
    'en',
    (word) =>
      `(?<![a-z])(?<which>(?:which|what|list(?:\\s+(?:of|me))?|show\\s+(?:me\\s+)?)\\s*(?:all\\s+)?(?:the\\s+)?)?${word}(?:s|es)?(?![a-z])`,
  ),
];
const pronouns: [RegExp, InteractionDimension][] = [
  [/누가|누구(?!(?:를|랑|와|하고)|\s*만)|(?<![a-z])who(?![a-z])/gu, 'employee'],
  [/어디|(?<![a-z])where(?![a-z])/gu, 'customer'],
];

/** Takes the noun that says what is wanted: "상위 거래처", "어느 제품", "which rep", "누가". */
export function takeSubject(reading: Reading): Subject | null {
  for (const { key, pattern } of nouns) {
    const [match] = reading.take(pattern);
    if (!match) continue;
    const isListed = match.groups?.list !== undefined;
    return { key, index: match.index, isAskedFor: isListed || match.groups?.which !== undefined, isListed };
  }
  for (const [pattern, key] of pronouns) {
    const [match] = reading.take(pattern);
    if (match) return { key, index: match.index, isAskedFor: true, isListed: false };
  }
  return null;
}

/** One pattern a word, the longest words first: 거래처 유형별 is not by customer. */
function patterns(
  language: 'ko' | 'en',
  source: (word: string) => string,
  isUsed: (word: string) => boolean = () => true,
): Pattern[] {
  return words
    .filter((entry) => entry.language === language && isUsed(entry.word))
    .map(({ key, word }) => ({ key, pattern: new RegExp(source(anyOf([word])), 'gu') }));
}

function takeEach(reading: Reading, from: Pattern[]): { key: InteractionDimension; index: number }[] {
  return from.flatMap(({ key, pattern }) => reading.take(pattern).map(({ index }) => ({ key, index })));
}

/** In the order of the question, each once; of time only the first. */
function inOrder(found: { key: InteractionDimension; index: number }[]): InteractionDimension[] {
  const keys = [...new Set(found.sort((a, b) => a.index - b.index).map(({ key }) => key))];
  return [...keys.filter((key) => !isTimeDimension(key)), ...keys.filter(isTimeDimension).slice(0, 1)];
}
