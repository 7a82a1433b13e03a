import { contentWords } from '../../storage/searchIndex/questionWords';
import { interactionDimensions } from '../semanticModel/dimensions';

/** What nobody understood of a question. */
export interface UnknownWords {
  /** What looks like the name of an institution, a medicine, a person or a team. */
  names: string[];
  others: { word: string; index: number }[];
  /** What looks like a date and is none: `13월`. */
  dates: string[];
}

const institution =
  /[가-힣a-z0-9]{2,}(?:대학교?병원|병원|의원|약국|내과|외과|소아과|소아청소년과|피부과|이비인후과|비뇨의학과|비뇨기과|신경과|안과|치과|산부인과|가정의학과|의료원|보건소|의료재단|메디컬|클리닉|도매|팜)(?![가-힣]{2,})/gu;
const medicine =
  /[가-힣a-z]{2,}(?:정|캡슐|시럽|주|크림|연고|겔)?\s*\d+(?:\.\d+)?(?:\/\d+(?:\.\d+)?)*\s*(?:mg|mcg|ml|g)(?![a-z])|[가-힣]{3,}(?:서방정|캡슐|시럽)(?![가-힣]{2,})/gu;
const person = /(?<![가-힣])[가-힣]{2,4}\s*(?:사원|주임|대리|과장|차장|부장|팀장|님|씨)(?![가-힣]{2,})/gu;
const team =
  /(?<![가-힣a-z0-9])(?!(?:우리|저희|내|제|각|전체|모든|다른|타|어느|무슨|몇)팀)[가-힣a-z0-9]+팀(?![가-힣]{2,}|[원장별])/gu;
const date = /(?<![\d.])\d{1,4}\s*(?:월|일|분기|년도?|주차)(?![가-힣]*\s*(?:당|이상|이하|미만|초과|회|정))/gu;
const share = /\d+(?:\.\d+)?\s*(?:%|퍼센트|프로|percent)/gu;
const people = /^(?:고객|선생|원장|교수|과장|팀장|부장|담당자?|관리자|직원|사장|거래처|여러|모든|각)/u;

/** Words that are common in questions about figures and change nothing of what is asked. */
const fillers = new Set(
  `하루 단위로 몫 지난번 저번 요번 퍼센트 프로 번도 어땠 어떠했 남았 남은 남 참석 횟수 건수 빈도 번수 회수 몇번 건만 건씩 총액 총계 다음 마지막 첫 전체 모두 전부 총 합계 총합 합 합산 누계 평균 현황 상황 상태 정도 대략 약 수치 숫자 값 금액 통계 지표 결과 성적 성과 성적표 영업 세일즈 개인 국내 실제 최종 현재 지금 시점 기준 기간 동안 들어간 들어가 함유 함유된 사이 이내 이후 이전 대비 비교 대하 관련 전반
   정리 요약 분석 브리핑 보고 리포트 레포트 보고서 대시보드 그래프 차트 표 테이블 순 순서 순위 목록 리스트 명단 내역 조회 확인 체크 출력 표시 추출 집계 계산 산출
   팔린 팔았 팔렸 팔리 팔 판매된 나온 나왔 나간 올린 올렸 찍은 기록한 거둔 발생 발생한 발생했 차지 차지하 담당 담당하 담당하고 맡은 맡고 관리 관리하 속한 포함 해당 가운데 중 중에 중에서 그중
   얼마 얼마나 얼마큼 어느 어떤 무슨 몇 어때 어떠 어떻 어떠니 어떤지 되지 인지 나와 나오 있었 없었 했 됐 되었 이었 였 한번 한 번 다시 빨리 간단히 간단하 자세히 상세히 상세 자세하 구체적 정확히 정확한 대충 주요 전년 금년 올해 실적 부탁 요청 궁금 있 없 거 것 데 수 좀 및 또 그리고 그럼 그러면 혹시 이번 저번 지난 최근 요즘 요새 근래 당시 동일 같은 각각 각 별 단위 기준일 오늘까지 현재까지 지금까지 여태 아직 이미 벌써 이제 바로
   회사 우리 저희 제가 내가 나 저 너 본인 사람 분 명 개 곳 군데 건 회 번 차례 일 주 월 년 원 만원 억원 천원 위 등 가지 종 달 해 날 시 때 많이 많은 많 높은 높 낮은 낮 큰 작은 적은 적 좋은 좋 나쁜 잘 못 안 덜 더 제일 가장 최고 최대 최저 최소 상위 하위
   사이 보이 보여 봐 줘 주세 주세요 알려 알 싶 말해 말하 찾아 구해 뽑아 뽑 추려 골라 나눠 나누 쪼개 구분 구분해 구분하 분류 정렬 정렬해 묶어 모아 보내 띄워 만들 그려`
    .trim()
    .split(/\s+/u),
);
const englishFillers = new Set(
  `hit met reach reached break often working split figure figures number numbers total totals sum overall result results data report summary chart table graph list show give tell get see look want need know like please could would current currently so far made make making did do done does had has have been being was were is are am it its them they their there this that these those here now recent recently latest same each all any every per by in on at of for from to with and or vs than then as much many amount amounts value values compared compare comparison versus rank ranking ranked order ordered sort sorted highest lowest most least best worst top bottom first last next previous performing selling perform performed doing going went happen happened broken down split grouped breakdown against within between during among across only just also both me my mine our us we i you your her his he she the a an who what which when where how why long ago since until up down out over about into than more less fewer greater not no yes ok hello hi thanks won krw rate percent percentage change changes total-to-date far team company person people name names thing things way kind type types number-of status`
    .trim()
    .split(/\s+/u),
);
/** Things figures are about; by themselves they limit nothing. */
const modelNouns = new Set(
  Object.values(interactionDimensions).flatMap(({ words }) => [
    ...words.ko,
    ...words.en.flatMap((word) => [word, `${word}s`]),
  ]),
);
/** Verbs and their endings say how something is asked for. */
const verb =
  /(?:[어아해여려줘봐]요?|[니습]까|나요|는지|을까|할까|었|았|였|했|됐|였던|했던|었던|았던|하는|되는|하던|있던|시오|십시오|드려|까|래|지요?|죠|네요?|군요?|구나|거든|는데|은데|니까|면서|려고|도록|하게|하고|되고|인가|일까|이야|더라|세요|줄래|냐|다|(?:보|바꾸|가|나누|빼|넣|따지|합치|치)면|(?:나눠|쪼개|묶어|모아|합쳐|정리해|구분해)서)$/u;
/** What is a verb whatever stands behind it: 팔았는지를. */
const verbStem =
  /(?:[니습]까|나요|는지|을까|할까|었|았|였|했|됐|[었았였했하]던|하는|되는|는데|은데|니까|면서|려고|도록|하고|되고|라도)$/u;
const particlesOnly =
  /^(?:로는|으로는|에는|에서는|로도|으로도|이|가|은|는|을|를|의|에|도|와|과|로|으로|만|까지|부터|에서|에게|한테|이랑|랑|하고|보다|중|및|별|들|님|씨|이나|나|인|요|고|며|면|적|쪽|측|내|외|당|간|째|씩)$/u;

/** @param rest what is left of a question when all that is known has been taken. */
export function unknownWords(rest: string): UnknownWords {
  const names = [institution, medicine, person, team]
    .flatMap((pattern) => [...rest.matchAll(pattern)].map(([name]) => name.trim()))
    .filter((name) => !people.test(name));
  const written = rest.match(/[가-힣a-z\d]+/gu) ?? [];
  const others = contentWords(rest).filter(
    (word) =>
      isNoun(word, written.find((whole) => whole.startsWith(word)) ?? word) &&
      !names.some((name) => name.includes(word)),
  );
  const shares = [...rest.matchAll(share)].map(([match]) => match);
  return {
    names: [...new Set(names)],
    // A share of a ranking is never a name.
    others: [
      ...others.map((word) => ({ word, index: rest.indexOf(word) })),
      ...shares.map((word) => ({ word, index: rest.length })),
    ],
    dates: [...rest.matchAll(date)].map(([match]) => match.trim()),
  };
}

/** Numbers of people and codes of customers and products: `np9999`, `91419999`. */
function isCode(word: string): boolean {
  return /^(?:[a-z]{1,4}\d{3,}|\d{6,})$/u.test(word);
}

/** @param written the word with its ending: 한빛네과 is no verb in 네, though 한빛네 may be. */
function isNoun(word: string, written: string): boolean {
  if (isCode(word)) return true;
  if (/^[\d.,/%]+$/u.test(word) || word.length < 2 || modelNouns.has(word)) return false;
  if (/^[a-z0-9'-]+$/u.test(word)) return /^[a-z]{3,}/u.test(word) && !englishFillers.has(word);
  return !fillers.has(word) && !particlesOnly.test(word) && !verb.test(written) && !verbStem.test(word);
}
