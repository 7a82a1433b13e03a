import { createEmbeddedSearchIndex } from '../storage/searchIndex/embedded/embeddedSearchIndex';
import type { IndexHit } from '../storage/searchIndex/searchIndex';
import { makeChunk, makeHit } from '../test/searchIndexes';
import { describeCandidates } from './candidateFeatures';
import { expandQuestion } from './expandQuestion';
import { createPassageSearch } from './hybridSearch';
import { directoryOf } from './nameDirectory';
import { oppositesBehind } from './oppositesBehind';
import { rankCandidates } from './rankCandidates';

const noNames = directoryOf([]);

function ordered(question: string, hits: Record<string, Partial<IndexHit>>): { id: string; score: number }[] {
  const found = Object.entries(hits).map(([id, hit]) => makeHit(id, { ordinal: 1, ...hit }));
  const { words } = expandQuestion(question, noNames);
  const ranked = rankCandidates(question, describeCandidates(question, words, found));
  return oppositesBehind(question, words, ranked).map(({ hit }) => ({ id: hit.chunkId, score: hit.score }));
}

const first = (...given: Parameters<typeof ordered>) => ordered(...given)[0]!.id;

/** The one that is not asked for is nearer in meaning and found first by words. */
const nearer = { legs: { lexical: 9, vector: 0.86 } };
const farther = { legs: { lexical: 8, vector: 0.855 } };
const other = { text: '실온에서 보관한다.', legs: { lexical: null, vector: 0.8 } };

it.each([
  ['받는 제품', '맞춤 제품은 반품을 받지 않는다.', '새 제품은 반품을 받는다.', '반품을 받는 제품은?'],
  ['허가된', '소아에게는 허가되지 않았다.', '성인에게는 허가되었다.', '허가된 환자는 누구인가요?'],
  ['clauses', '입원은 필요하고, 통원은 서류가 필요 없다.', '수술은 서류가 필요하다.', '서류가 필요한 것은?'],
])('who asks what is (%s) gets what is first, though what is not is nearer', (_what, not, is, question) => {
  expect(first(question, { not: { text: not, ...nearer }, is: { text: is, ...farther }, other })).toBe('is');
});

it('a heading that says not is meant of all below it', () => {
  const hits = {
    not: { heading: '정산되지 않음', text: '개인카드로 정산되는 주유비', ...nearer },
    is: { heading: '정산됨', text: '개인카드로 정산되는 주차비', ...farther },
    other,
  };
  expect(first('개인카드로 정산되는 것은?', hits)).toBe('is');
});

it('what comes first keeps the score of the first, and all else its order', () => {
  const all = ordered('반품을 받는 제품은?', {
    not: { text: '맞춤 제품은 반품을 받지 않는다.', ...nearer },
    is: { text: '새 제품은 반품을 받는다.', ...farther },
    other,
  });
  expect(all.map(({ id }) => id)).toEqual(['is', 'not', 'other']);
  expect(all[0]!.score).toBe(1);
});

it.each([
  ['an answer may be yes or no', '반품을 받는 건가요?', '새 제품은 반품을 받는다.'],
  ['an amount is told either way', '반품을 받는 제품은 며칠 안의 것인가요?', '새 제품은 반품을 받는다.'],
  ['the other has fewer of the words', '맞춤 제품의 반품을 받는 곳은?', '반품을 받는다.'],
  ['nothing says what is asked', '반품을 받는 제품은?', '단순 변심의 반품은 받지 않는다.'],
])('nothing moves where %s', (_why, question, text) => {
  const hits = {
    not: { text: '맞춤 제품의 반품은 받지 않는다.', ...nearer },
    is: { text, legs: { lexical: 3, vector: 0.83 } },
    other,
  };
  expect(first(question, hits)).toBe('not');
});

// Written for this test, over everyday subjects: none stands in the evaluation. Each passage is found among all the others.
const pairs = [
  {
    is: '금요일 야간 자료실은 열람만 가능하다. 좌석은 선착순이다.',
    not: '금요일 야간 자료실은 대출이 불가하다. 대출은 낮에 자료실에 신청한다.',
    asks: '금요일 야간 자료실에서 가능한 것은?',
    asksNot: '금요일 야간 자료실에서 불가한 것은?',
  },
  {
    is: '승강기로 옮겨도 되는 짐은 이삿짐 상자와 소형 가구이다.',
    not: '승강기로 옮기면 안 되는 짐은 피아노와 대형 냉장고이다.',
    asks: '승강기로 옮겨도 되는 짐은 무엇인가요?',
    asksNot: '승강기로 옮기면 안 되는 짐은 무엇인가요?',
  },
  {
    is: '기내에 들고 탈 수 있는 것: 100Wh 이하의 보조 배터리, 전자담배.',
    not: '기내에 들고 탈 수 없는 것: 길이 6cm가 넘는 칼, 라이터용 가스.',
    asks: '기내에 들고 탈 수 있는 물건',
    asksNot: '기내에 들고 탈 수 없는 물건',
  },
  {
    is: '단순 변심이라도 받은 날부터 7일 안의 미개봉 제품은 반품을 받는다.',
    not: '맞춤 제작한 제품과 세일 제품은 반품을 받지 않는다.',
    asks: '반품을 받는 제품은 어떤 것인가요?',
    asksNot: '반품을 받지 않는 제품은 어떤 것인가요?',
  },
  {
    is: '통원 치료 중에 처방받은 물리치료는 실손 보험에서 보상한다.',
    not: '미용 목적의 시술은 실손 보험에서 보상하지 않는다.',
    asks: '실손 보험이 보상하는 치료는?',
    asksNot: '실손 보험이 보상하지 않는 시술은?',
  },
  {
    is: '교복 셔츠와 체육복은 지원 대상에 포함된다.',
    not: '구두와 가방은 지원 대상에서 제외된다.',
    asks: '지원 대상에 포함되는 물품은?',
    asksNot: '지원 대상에서 제외되는 물품은?',
  },
  {
    is: '시험장에는 아날로그 손목시계의 반입을 허용한다.',
    not: '시험장에는 전자사전과 스마트워치의 반입을 금지한다.',
    asks: '시험장에 반입이 허용되는 것',
    asksNot: '시험장에 반입이 금지되는 것',
  },
  {
    is: '연구계획서 심의에서 승인된 과제는 과제 12와 과제 15이다.',
    not: '연구계획서 심의에서 승인되지 않은 과제는 과제 9이며 이유는 동의서 누락이다.',
    asks: '연구계획서 심의에서 승인된 과제는?',
    asksNot: '연구계획서 심의에서 승인되지 않은 과제는?',
  },
  {
    is: '경증 신장애 환자에게는 통상 용량을 투여할 수 있다.',
    not: '투석 환자에게는 투여하지 않는다.',
    asks: '투여할 수 있는 신장애 환자는 누구인가?',
    asksNot: '투여하지 않는 환자는 누구인가?',
  },
  {
    is: '투여군에서는 재발이 4.2%였다.',
    not: '미투여군에서는 재발이 11.8%였다.',
    asks: '투여군의 재발률은?',
    asksNot: '미투여군의 재발률은?',
  },
  {
    is: '골다공증 환자에게 쓰면 급여로 인정한다.',
    not: '골감소증 환자에게 쓰면 비급여로 한다.',
    asks: '급여로 인정되는 환자는?',
    asksNot: '비급여로 하는 환자는?',
  },
  {
    is: '면허를 가진 사람만 대상 장비를 조작한다.',
    not: '무면허자가 장비를 조작하면 출입을 정지한다.',
    asks: '면허를 가진 사람이 조작하는 것은?',
    asksNot: '무면허자가 장비를 조작하면 어떻게 되나?',
  },
  {
    is: '출산 휴가의 첫 60일은 유급이다.',
    not: '출산 휴가의 마지막 30일은 회사에서는 무급으로 한다.',
    asks: '출산 휴가 가운데 유급인 기간은?',
    asksNot: '출산 휴가 가운데 무급인 기간은?',
  },
  {
    is: '식기세척기에 넣어도 되는 그릇은 유리와 스테인리스이다.',
    not: '식기세척기에 넣지 말아야 하는 그릇은 나무와 알루미늄이다.',
    asks: '식기세척기에 넣어도 되는 그릇은?',
    asksNot: '식기세척기에 넣지 말아야 하는 그릇은?',
  },
  {
    is: '상여금 계산에 들어가는 수당은 직책 수당과 자격 수당이다.',
    not: '상여금 계산에 들어가지 않는 수당은 식대와 교통비이다.',
    asks: '상여금 계산에 들어가는 수당은?',
    asksNot: '상여금 계산에 들어가지 않는 수당은?',
  },
  {
    is: '전용 주차면은 등록 차량이 이용한다. 요금은 월 3만원이다.',
    not: '미등록 차량은 방문 주차면을 이용한다. 요금은 시간당 2천원이다.',
    asks: '등록 차량의 요금은?',
    asksNot: '미등록 차량의 요금은?',
  },
  {
    is: '전자레인지에 데워도 되는 것은 뚜껑을 연 죽이다.',
    not: '전자레인지에 데우지 않는 것은 은박 봉지와 달걀이다.',
    asks: '전자레인지에 데워도 되는 음식',
    asksNot: '전자레인지에 데우면 안 되는 음식',
  },
  {
    is: '공복에 복용하는 약: 골다공증약, 갑상선호르몬제.',
    not: '공복에 복용하지 않는 약: 소염진통제, 철분제.',
    asks: '공복에 복용하는 약은?',
    asksNot: '공복에 복용하지 않는 약은?',
  },
  {
    is: '교차 접종이 권장되는 사람은 1차에서 이상반응을 보인 사람이다.',
    not: '교차 접종이 권장되지 않는 사람은 임신부이다.',
    asks: '교차 접종이 권장되는 사람은 누구인가요',
    asksNot: '교차 접종이 권장되지 않는 사람은 누구인가요',
  },
  {
    is: '65세 이상은 5mg으로 시작한다.',
    not: '65세 미만은 10mg으로 시작한다.',
    asks: '65세 이상인 환자의 시작 용량은?',
    asksNot: '65세 미만인 환자의 시작 용량은?',
  },
  {
    is: '이 카드로 결제할 수 있는 곳은 서점과 문구점이다.',
    not: '이 카드로 결제할 수 없는 곳은 주점과 노래방이다.',
    asks: '이 카드로 결제할 수 있는 곳',
    asksNot: '이 카드로 결제가 안 되는 곳',
  },
  {
    is: '회의록을 공개하는 위원회는 예산위원회이다.',
    not: '회의록을 비공개로 하는 위원회는 징계위원회이다.',
    asks: '회의록을 공개하는 위원회는?',
    asksNot: '회의록을 비공개로 하는 위원회는?',
  },
  {
    is: '냉장고 문칸에 두어도 되는 약은 점안액이다.',
    not: '냉장고 문칸에 두지 말라고 한 약은 인슐린이다.',
    asks: '냉장고 문칸에 두어도 된다고 한 약은?',
    asksNot: '냉장고 문칸에 두지 말라고 한 약은?',
  },
  {
    is: '외국인도 신청 자격이 있다: 영주권자와 결혼 이민자.',
    not: '신청 자격이 없다: 단기 체류자와 관광객.',
    asks: '신청 자격이 있는 외국인은?',
    asksNot: '신청 자격이 없는 사람은?',
  },
  {
    is: '정회원은 총회에서 투표를 한다. 정회원의 회비는 연 12만원이다.',
    not: '비회원은 총회를 참관한다. 비회원의 참관료는 1만원이다.',
    asks: '정회원이 총회에서 하는 일은?',
    asksNot: '비회원이 총회에서 하는 일은?',
  },
  {
    is: '강아지에게 먹여도 되는 과일은 사과와 블루베리이다.',
    not: '강아지에게 먹이면 위험한 과일은 포도와 아보카도이고, 먹여서는 안 된다.',
    asks: '강아지에게 먹여도 되는 과일은?',
    asksNot: '강아지에게 먹여서는 안 되는 과일은?',
  },
  {
    is: '폐기물 가운데 재활용이 되는 것은 투명 페트병이다.',
    not: '폐기물 가운데 재활용이 안 되는 것은 코팅된 종이컵이다.',
    asks: '재활용이 되는 폐기물',
    asksNot: '재활용 안 되는 폐기물',
  },
  {
    is: '개별 인증을 요구하는 화면은 송금과 해외 결제이다.',
    not: '개별 인증을 요구하지 않는 화면은 잔액 조회이다.',
    asks: '개별 인증을 요구하는 화면은?',
    asksNot: '개별 인증을 요구하지 않는 화면은?',
  },
  {
    is: '촬영이 허용되는 전시실은 상설 전시실이다.',
    not: '촬영이 금지되는 전시실은 특별 전시실이다.',
    asks: '사진을 찍어도 되는 전시실은?',
    asksNot: '사진을 찍으면 안 되는 전시실은?',
  },
  {
    is: '지각으로 처리하는 경우는 교통 파업을 미리 알리지 않은 때이다.',
    not: '지각으로 처리하지 않는 경우는 지하철 지연 증명서를 낸 때이다.',
    asks: '지각으로 처리하는 경우는?',
    asksNot: '지각으로 처리하지 않는 경우는?',
  },
  {
    is: '모유 수유 중에 계속 먹어도 되는 약은 아세트아미노펜이다.',
    not: '모유 수유 중에 먹지 말아야 하는 약은 코데인이다.',
    asks: '모유 수유 중에 먹어도 되는 진통제는?',
    asksNot: '모유 수유 중에 먹으면 안 되는 진통제는?',
  },
  {
    is: '이 약의 적응증: 성인의 편두통 예방.',
    not: '이 약의 비적응증: 군발두통, 소아의 편두통.',
    asks: '이 약의 적응증은?',
    asksNot: '이 약의 비적응증은?',
  },
  {
    is: '응고 검사는 아침에 채혈한다.',
    not: '항응고 검사는 복용 4시간 뒤에 채혈한다.',
    asks: '응고 검사의 채혈 시각은?',
    asksNot: '항응고 검사의 채혈 시각은?',
  },
  {
    is: '연말정산에서 공제되는 기부금은 지정 단체에 낸 것이다.',
    not: '연말정산에서 공제되지 않는 기부금은 동창회에 낸 것이다.',
    asks: '공제되는 기부금은?',
    asksNot: '공제 안 되는 기부금은?',
  },
  {
    is: '가격이 인상된 품목은 밀가루와 설탕이다.',
    not: '가격이 인하된 품목은 식용유와 두부이다.',
    asks: '가격이 인상된 품목은?',
    asksNot: '가격이 인하된 품목은?',
  },
  {
    is: '수술 전에 계속 복용하는 약은 혈압약이다.',
    not: '수술 전에 중단하는 약은 아스피린과 와파린이다.',
    asks: '수술 전에 계속 복용하는 약은?',
    asksNot: '수술 전에 끊어야 하는 약은?',
  },
  {
    is: '전자 동의서를 받은 참여자는 84명이다.',
    not: '전자 동의서를 받지 못한 참여자는 6명이며 우편으로 보낸다.',
    asks: '전자 동의서를 받은 참여자 수는?',
    asksNot: '전자 동의서를 받지 못한 참여자 수는?',
  },
  {
    is: '재판매할 수 있는 표는 조합을 통해 산 표이다.',
    not: '재판매할 수 없는 표는 초대권이다.',
    asks: '다시 팔 수 있는 표는?',
    asksNot: '다시 팔 수 없는 표는?',
  },
  {
    is: '이 앱은 문자 알림을 제공한다.',
    not: '이 앱은 전화 상담을 제공하지 않는다. 상담은 방문으로 한다.',
    asks: '이 앱이 제공하는 것은?',
    asksNot: '이 앱이 제공하지 않는 것은?',
  },
];

describe('of two passages that differ in their sense the one that is asked for is first', () => {
  const texts = pairs.flatMap(({ is, not }) => [is, not]);
  const index = createEmbeddedSearchIndex();
  const search = createPassageSearch({ index, embeddings: null, names: async () => noNames });
  beforeAll(() => index.upsert(texts.map((text) => makeChunk(text, { text, title: '' }))));

  it.each(
    pairs.flatMap(({ is, not, asks, asksNot }) => [
      [asks, is],
      [asksNot, not],
    ]),
  )('%s', async (query, answer) => {
    const { passages } = await search({ query, topK: 3, principals: null, today: '2026-11-24' });
    expect(passages[0]!.text).toBe(answer);
  });
});
