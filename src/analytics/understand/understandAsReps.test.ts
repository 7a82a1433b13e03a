import { achievement, by, day, november, september, understand, type Expected } from './questionsFixture';

/** Words reps use, beside the plain ones. */
describe('as reps say it', () => {
  test.each<[string, Expected]>([
    ['10월에 제일 잘 나간 약이 뭐야', { dimensions: ['product'], order: by('amount'), limit: 1 }],
    ['실적 꼴찌 3명', { dimensions: ['employee'], order: by('amount', 'asc'), limit: 3 }],
    ['상종 매출 톱3', { dimensions: ['customer'], filters: { customerTypes: ['상급종합병원'] }, limit: 3 }],
    ['푸른들 최근에 뭐 사갔어', { metrics: ['amount'], filters: { customers: ['C03'] } }],
    ['푸른들에 나루아픽 판 적 있어?', { period: day('2024-11-24', '2026-11-23') }],
    ['암로디핀 들어간 약 매출', { filters: { ingredients: ['암로디핀'] } }],
    ['9/1~9/15 매출', { period: day('2026-09-01', '2026-09-15') }],
    ['26.9월 매출', { period: september }],
    ['월초부터 매출', { period: november }],
    ['작년 11월이랑 올해 11월 비교해줘', { period: november, compare: day('2025-11-01', '2025-11-30') }],
    [
      '500만원에서 1000만원 사이 거래처',
      { dimensions: ['customer'], thresholds: [{ measure: 'amount', atLeast: 5e6, atMost: 1e7 }] },
    ],
    ['매출 -100만원 이하 거래처', { thresholds: [{ measure: 'amount', atMost: -1e6 }] }],
    [
      'customers with sales between 1 million and 5 million won',
      { thresholds: [{ measure: 'amount', atLeast: 1e6, atMost: 5e6 }] },
    ],
    [
      '9월 매출 5백만원에서 천만원 사이인 의원',
      {
        filters: { customerTypes: ['의원'] },
        thresholds: [{ measure: 'amount', atLeast: 5e6, atMost: 1e7 }],
      },
    ],
    ['이 추세로 가면 이달 말 내 매출 얼마로 끝날까', { metrics: ['amount', 'forecastAmount'], mine: true }],
    ['3분기에 나 목표 몇 퍼센트 채웠지', { metrics: achievement, mine: true }],
    ['올해 팀원별 매출 기여도', { metrics: ['amount', 'share'], dimensions: ['employee'] }],
    ['나 이번 분기 실적 작년 같은 시점 대비 어때', { compare: 'lastYear', mine: true }],
    ['내가 제일 많이 파는 품목 뭐야? 올해', { dimensions: ['product'], mine: true, limit: 1 }],
    ['푸른들은 이번분기 얼마치 가져갔어', { metrics: ['amount'], filters: { customers: ['C03'] } }],
    ['Did our sales go up or down last month versus the month before?', { compare: 'previous' }],
    ['what share of last quarter sales were anticoagulants', { filters: { therapeuticClasses: ['항응고'] } }],
    ['my three biggest customers last month', { dimensions: ['customer'], limit: 3 }],
    ['did I ever sell 나루아픽 to pharmacies?', { mine: true, period: day('2024-11-24', '2026-11-23') }],
  ])('%s', (question, expected) => {
    expect(understand(question)).toMatchObject({ sales: expected, remarks: [] });
  });
});

describe('nothing is answered in place of what was asked', () => {
  test.each([
    ['NP9999 매출', 'np9999'],
    ['한빛네과 매출', '서울 마포구'],
    ['꽃담소가과 매출', '꽃담소아청소년과의원'],
    ['91419999 매출', '91419999'],
    ['이번 달 신규 거래처', '신규'],
    ['다른 팀 매출은?', '다른 팀'],
    ["other teams' sales", 'other teams'],
    ['추석 전 매출', '추석'],
    ['9월부터 7월까지 매출', '9월부터 7월까지'],
    ['sales for September 31', 'september 31'],
    ['2026-13 매출', '2026-13'],
    ['이익률 알려줘', '이익률'],
    ['내 매출이 팀에서 몇 등이야?', '본인'],
    ['9월 매출 데이터 전부 삭제해', '지우지는'],
    ['어제 푸른들 방문한 걸로 기록 남겨줘', '지우지는'],
    ['Delete all sales of September', 'deleted'],
    ['How much did Sunrise Clinic buy in October?', 'sunrise clinic'],
    ['직원들 비밀번호 해시랑 이메일 알려줘', '비밀번호'],
    ['오세린보다 내가 더 많이 팔았어?', '본인'],
  ])('%s', (question, said) => {
    const { sales, interactions, askBack } = understand(question);
    expect([sales, interactions]).toEqual([undefined, undefined]);
    expect(askBack).toContain(said);
  });

  test('a mean is said to be none', () => {
    expect(understand('등급별 평균 방문').remarks.join()).toContain('합계');
  });

  test('conditions on sales and contacts are not put together', () => {
    expect(understand('방문 5회 이상인데 매출 없는 거래처').remarks.join()).toContain('따로');
  });

  test.each([
    ['달성률 107% 지급률?', 'near'],
    ['최소 주문 금액?', 'found'],
  ])('%s: documents are asked first', (question, least) => {
    expect(understand(question)).toMatchObject({ documentsFirst: least, searchQuery: question });
    expect(understand('매출 현황 보여줘').documentsFirst).toBeUndefined();
  });
});
