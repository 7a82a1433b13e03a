import { isTimeDimension } from '../semanticModel/dimensions';
import type { Dimension } from '../semanticModel/types';
import type { Reading } from './reading';
import { anyOf } from './words';

type Dimensions<Key extends string> = Record<Key, Dimension>;

const spaced = '\\s*';

/** Takes what a question asks to be grouped by outright: "거래처별", "월별로", "by product and month", "monthly". */
export function takeGroupings<Key extends string>(reading: Reading, dimensions: Dimensions<Key>): Key[] {
  const korean = named(dimensions, 'ko', (words) => `(?<![가-힣a-z0-9])(?:${words})${spaced}(?:별|마다)(?:로|의|은|는|에)?(?![가-힣]{2,}$)`);
  const each = named(dimensions, 'ko', (words) => `(?<![가-힣])각${spaced}(?:${words})(?:의|이|가|은|는)?`);
  const english = named(
    dimensions,
    'en',
    (words) => `(?<![a-z])(?:by|per|for\\s+each|each|every|across|among|(?:split|broken\\s+down|grouped)\\s+by)\\s+(?:the\\s+)?(?:${words})(?:s|ies|es)?(?![a-z])`,
  );
  const andEnglish = named(dimensions, 'en', (words) => `(?<=\\s)(?:and|,)\\s+(?:by\\s+)?(?:${words})(?:s|es)?(?![a-z])`);
  const adverbs = /(?<![a-z])(?:(?<day>daily)|(?<week>weekly)|(?<month>monthly)|(?<quarter>quarterly)|(?<year>yearly|annually|annual))(?![a-z])/gu;
  const average = /(?<![가-힣])(?:(?<month>월\s*평균)|(?<day>일\s*평균)|(?<month2>매월|매달|다달이)|(?<quarter>매\s*분기)|(?<week>매주)|(?<day2>매일))/gu;

  const found = [...takeEach(reading, korean), ...takeEach(reading, each), ...takeEach(reading, english)];
  if (found.some(({ language }) => language === 'en')) found.push(...takeEach(reading, andEnglish));
  const times = [...reading.take(adverbs), ...reading.take(average)].flatMap(({ groups, index }) =>
    Object.entries(groups ?? {}).flatMap(([key, match]) => (match ? [{ key: key.replace('2', '') as Key, index }] : [])),
  );
  return inOrder([...found, ...times.filter(({ key }) => key in dimensions)]);
}

/** A noun that says what a ranking is of, or what is asked for: "상위 거래처", "어느 제품", "which rep", "누가". */
export function takeSubject<Key extends string>(reading: Reading, dimensions: Dimensions<Key>): Key | null {
  const which = /(?<who>누가|누구|(?<![a-z])who(?![a-z]))|(?<where>어디(?![서에])|어느\s*(?:곳|쪽))/gu;
  const [pronoun] = reading.take(which);
  if (pronoun?.groups?.who) return 'employee' as Key;
  const korean = named(
    dimensions,
    'ko',
    (words) => `(?<![가-힣a-z0-9])(?:(?:어느|어떤|무슨)${spaced})?(?:${words})(?=[^가-힣]|$|은|는|이|가|을|를|의|들|에|와|과|도|만|로|중|인|별|수|명|목록|리스트|명단|순위|랭킹|현황|톱|top|상위|하위)`,
    2,
  );
  const english = named(dimensions, 'en', (words) => `(?<![a-z])(?:(?:which|what)\\s+)?(?:${words})(?:s|es)?(?![a-z])`);
  const [first] = [...firstOf(reading, korean), ...firstOf(reading, english)].sort((a, b) => a.index - b.index);
  if (!first) return pronoun?.groups?.where ? ('customer' as Key) : null;
  reading.blank(first.index, first.index + first.length);
  return first.key;
}

interface Pattern<Key> {
  key: Key;
  pattern: RegExp;
  language: 'ko' | 'en';
}

/** One pattern a dimension, those with the longest words first: 거래처 유형별 is not 거래처. */
function named<Key extends string>(
  dimensions: Dimensions<Key>,
  language: 'ko' | 'en',
  source: (words: string) => string,
  shortest = 1,
): Pattern<Key>[] {
  const entries = Object.entries(dimensions) as [Key, Dimension][];
  return entries
    .flatMap(([key, { words }]) => words[language].map((word) => ({ key, word })))
    .filter(({ word }) => word.length >= shortest || ['달', '곳', '팀', '약'].includes(word))
    .sort((a, b) => b.word.length - a.word.length)
    .map(({ key, word }) => ({ key, language, pattern: new RegExp(source(anyOf([word])), 'gu') }));
}

function takeEach<Key>(reading: Reading, patterns: Pattern<Key>[]): { key: Key; index: number; language: 'ko' | 'en' }[] {
  return patterns.flatMap(({ key, pattern, language }) =>
    reading.take(pattern).map(({ index }) => ({ key, index, language })),
  );
}

function firstOf<Key>(reading: Reading, patterns: Pattern<Key>[]): { key: Key; index: number; length: number }[] {
  for (const { key, pattern } of patterns) {
    const [match] = [...reading.text.matchAll(pattern)];
    if (match) return [{ key, index: match.index, length: match[0].length }];
  }
  return [];
}

/** In the order of the question, each once; of time only the finest: 올해 분기별 월별 is by month. */
function inOrder<Key extends string>(found: { key: Key; index: number }[]): Key[] {
  const keys = [...new Set(found.sort((a, b) => a.index - b.index).map(({ key }) => key))];
  return [...keys.filter((key) => !isTimeDimension(key)), ...keys.filter(isTimeDimension).slice(0, 1)];
}
