import type { LinkedNames } from './linkNames/linkedNames';
import { linkExactNames, withNearNames } from './linkNames/linkNames';
import { namedThings } from './linkNames/namedThings';
import type { KnownNames } from './linkNames/readNames';
import { normalizeQuestion } from './normalizeQuestion';
import { wordsNotUnderstood } from './understand/wordsNotUnderstood';

/** Names as a person of 서울1팀 may know them, for tests. */
export const knownNames: KnownNames = {
  customers: [
    ['C01', '한빛내과의원', '서울 마포구', ['마포한빛내과']],
    ['C02', '한빛내과의원', '서울 강남구', []],
    ['C03', '푸른들종합병원', '경기 성남시', ['푸른들']],
    ['C04', '새봄대학교병원', '서울 강남구', ['새봄대']],
    ['C05', '모꼬지 의약품도매', '경기 성남시', []],
    ['C06', '꽃담소아청소년과의원', '서울 서초구', []],
    ['C07', '우리의원', '서울 서초구', []],
  ].map(
    ([code, name, region, aliases], id) =>
      ({ id, code, name, region, aliases }) as KnownNames['customers'][number],
  ),
  products: [
    ['P01', '나루암로정 5mg', '암로디핀베실산염', '고혈압'],
    ['P02', '나루암로정 10mg', '암로디핀베실산염', '고혈압'],
    ['P03', '나루텔미암로정 40/5mg', '텔미사르탄·암로디핀베실산염', '고혈압'],
    ['P04', '나루아픽정 2.5mg', '아픽사반', '항응고'],
    ['P05', '나루아픽정 5mg', '아픽사반', '항응고'],
    ['P06', '나루피나정 1mg', '피나스테리드', '탈모'],
    ['P07', '글루나루서방정 1000mg', '메트포르민염산염', '당뇨'],
  ].map(([code, brand, ingredient, therapeuticClass], id) => ({
    id,
    code: code!,
    brand: brand!,
    ingredient: ingredient!,
    therapeuticClass: therapeuticClass!,
    aliases: [],
  })),
  employees: [
    ['NP1001', '한가람', '서울1팀', true],
    ['NP1002', '오세린', '서울1팀', true],
    ['NP1005', '배소율', '서울2팀', false],
  ].map(
    ([employeeNo, name, team, visible], id) =>
      ({ id, employeeNo, name, team, visible, aliases: [] }) as KnownNames['employees'][number],
  ),
  teams: ['서울1팀', '서울2팀', '경기팀'],
  regions: ['서울 마포구', '서울 강남구', '서울 서초구', '경기 성남시'],
};

/** What a question names among these names. */
export function linkKnownNames(question: string, known: KnownNames): LinkedNames {
  const things = namedThings(known);
  const names = linkExactNames(question, known, things);
  return withNearNames(normalizeQuestion(question), names, wordsNotUnderstood(question, names), things);
}
