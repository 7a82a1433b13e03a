import { noLetter, particles } from '../koreanEndings';
import type { Words } from '../semanticModel/types';

/** What a Korean noun may carry behind it before a verb: 방문한, 달성했나요. */
const verbEndings = '(?:[한했할함된됐될되하해]|인|이)[가-힣]*';

/** Nouns that others join in front without a space: 월매출, 총매출액. */
const prefixes = '총|순|월|연|연간|월간|일|분기|주간|누적|전체|팀|개인|제품|거래처|평균|실';

/** Nouns that join behind without a space: 매출현황, 방문건수. */
const suffixes =
  '현황|추이|추세|순위|랭킹|합계|총액|내역|목록|기록|이력|비교|대비|증감|증가|감소|성장|상위|하위|건수|횟수|금액|액|량|수|율|률|별|좀|도|얼마|보고|정리|요약|분석|보여|알려|조회|확인|집계|결과|변화';

/** Words as one alternative of a regular expression, the longest first; spaces in them are optional. */
export function anyOf(words: readonly string[]): string {
  return [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replaceAll(' ', '\\s*'))
    .join('|');
}

/**
 * Matches words where they are words: with Korean particles, verb endings or joined nouns, English in singular and
 * plural. The group `word` holds what matched.
 */
export function wordPattern({ ko, en }: Words): RegExp {
  const korean = `(?<![가-힣a-z0-9])(?:${prefixes})?(?:${anyOf(ko)})(?=${noLetter}|(?:${particles})+${noLetter}|${verbEndings}|(?:${suffixes}))`;
  const english = `(?<![a-z])(?:${anyOf(en)})(?:s|es)?(?![a-z])`;
  return new RegExp(
    [...(ko.length > 0 ? [korean] : []), ...(en.length > 0 ? [english] : [])].join('|'),
    'gu',
  );
}
