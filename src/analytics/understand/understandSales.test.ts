import {
  manager,
  understand,
  day,
  november,
  october,
  september,
  thirdQuarter,
  fourthQuarter,
  thisYear,
  twelveMonths,
  by,
  achievement,
  bothStrengths,
  type Expected,
} from './questionsFixture';

describe('sales', () => {
  test.each<[string, Expected]>([
    // Periods.
    ['이번 달 내 매출 얼마야?', { metrics: ['amount'], period: november, mine: true }],
    ['지난달 매출 알려줘', { metrics: ['amount'], period: october }],
    ['매출 현황 보여줘', { metrics: ['amount'], period: november }],
    ['올해 들어 지금까지 얼마나 팔았는지 궁금해', { metrics: ['amount'], period: thisYear }],
    ['9월 1일부터 15일까지 매출', { metrics: ['amount'], period: day('2026-09-01', '2026-09-15') }],
    ['상반기 매출 총액', { metrics: ['amount'], period: day('2026-01-01', '2026-06-30') }],
    ['최근 3개월 판매량', { metrics: ['quantity'], period: day('2026-08-24', '2026-11-23') }],
    // Names.
    ['9월 나루암로정 매출 얼마였어?', { metrics: ['amount'], period: september, filters: bothStrengths }],
    [
      '나루암로정이 9월에 몇 개나 나갔나요?',
      { metrics: ['quantity'], period: september, filters: bothStrengths },
    ],
    [
      '나루아픽 서울에서 얼마나 팔렸어?',
      { metrics: ['amount'], period: november, filters: { products: ['P04', 'P05'], regions: ['서울'] } },
    ],
    ['푸른들종합병원 9월 매출', { metrics: ['amount'], period: september, filters: { customers: ['C03'] } }],
    ['푸른들 3분기', { metrics: ['amount'], period: thirdQuarter, filters: { customers: ['C03'] } }],
    [
      '오세린 과장 이번 분기 실적 알려줘',
      { metrics: ['amount'], period: fourthQuarter, filters: { employeeNos: ['NP1002'] } },
    ],
    ['암로디핀 매출', { metrics: ['amount'], period: november, filters: { ingredients: ['암로디핀'] } }],
    [
      '탈모 치료제 매출',
      { metrics: ['amount'], period: november, filters: { therapeuticClasses: ['탈모'] } },
    ],
    ['비급여 제품 매출 얼마야', { metrics: ['amount'], period: november, filters: { reimbursed: false } }],
    ['급여 제품 매출', { metrics: ['amount'], period: november, filters: { reimbursed: true } }],
    [
      'A등급 종합병원 매출',
      { metrics: ['amount'], period: november, filters: { grades: ['A'], customerTypes: ['종합병원'] } },
    ],
    [
      '강남구 약국 9월 매출',
      { metrics: ['amount'], period: september, filters: { regions: ['강남구'], customerTypes: ['약국'] } },
    ],
    // Whose.
    [
      '본인 실적 월별로 보여줘',
      { metrics: ['amount'], dimensions: ['month'], period: twelveMonths, mine: true },
    ],
    ['우리 팀 9월 실적', { metrics: ['amount'], period: september, filters: { teams: ['서울1팀'] } }],
    [
      '내 거래처 중 매출 상위 10곳',
      { metrics: ['amount'], dimensions: ['customer'], period: november, order: by('amount'), limit: 10 },
    ],
    // Groups.
    [
      '올해 거래처별 매출 순위',
      { metrics: ['amount'], dimensions: ['customer'], period: thisYear, order: by('amount') },
    ],
    [
      '팀별 분기별 매출',
      { metrics: ['amount'], dimensions: ['team', 'quarter'], period: day('2025-01-01', '2026-11-23') },
    ],
    [
      '거래처 유형별 매출 비중',
      { metrics: ['amount', 'share'], dimensions: ['customerType'], period: november },
    ],
    ['급여/비급여별 매출', { metrics: ['amount'], dimensions: ['reimbursed'], period: november }],
    [
      '의원과 약국 매출 비교',
      {
        metrics: ['amount'],
        dimensions: ['customerType'],
        period: november,
        filters: { customerTypes: ['의원', '약국'] },
      },
    ],
    [
      '한가람이랑 오세린 9월 매출',
      {
        metrics: ['amount'],
        dimensions: ['employee'],
        period: september,
        filters: { employeeNos: ['NP1001', 'NP1002'] },
      },
    ],
    [
      '나루암로정 5mg 월별 판매량 추이',
      { metrics: ['quantity'], dimensions: ['month'], period: twelveMonths, filters: { products: ['P01'] } },
    ],
    ['이번 달 매출 추이', { metrics: ['amount'], dimensions: ['week'], period: november }],
    ['월평균 매출', { metrics: ['amount'], dimensions: ['month'], period: twelveMonths }],
    [
      '9월에 나루암로정을 구매한 거래처는 어디야?',
      { metrics: ['amount'], dimensions: ['customer'], period: september, filters: bothStrengths },
    ],
    // Rankings.
    [
      '3분기 거래처 매출 상위 5곳',
      { metrics: ['amount'], dimensions: ['customer'], period: thirdQuarter, order: by('amount'), limit: 5 },
    ],
    [
      '9월 품목별 판매수량 top10',
      { metrics: ['quantity'], dimensions: ['product'], period: september, order: by('quantity'), limit: 10 },
    ],
    [
      '가장 많이 팔린 제품은?',
      { metrics: ['amount'], dimensions: ['product'], period: november, order: by('amount'), limit: 1 },
    ],
    [
      '누가 이번 달에 제일 많이 팔았어?',
      { metrics: ['amount'], dimensions: ['employee'], period: november, order: by('amount'), limit: 1 },
    ],
    [
      '매출이 가장 낮은 담당자는 누구야?',
      {
        metrics: ['amount'],
        dimensions: ['employee'],
        period: november,
        order: by('amount', 'asc'),
        limit: 1,
      },
    ],
    [
      '매출이 가장 높았던 달은 언제야',
      { metrics: ['amount'], dimensions: ['month'], period: twelveMonths, order: by('amount'), limit: 1 },
    ],
    [
      '평균 단가가 낮은 순으로 제품 보여줘',
      {
        metrics: ['averageUnitPrice'],
        dimensions: ['product'],
        period: november,
        order: by('averageUnitPrice', 'asc'),
      },
    ],
    [
      '올해 나루아픽정이 제일 많이 나간 거래처 5곳',
      {
        metrics: ['amount'],
        dimensions: ['customer'],
        period: thisYear,
        filters: { products: ['P04', 'P05'] },
        order: by('amount'),
        limit: 5,
      },
    ],
    // Targets: a rep's own.
    ['지난달 목표 달성률은?', { metrics: achievement, period: october, mine: true }],
    ['이번달 목표 얼마나 남았어', { metrics: achievement, period: november, mine: true }],
    ['목표까지 얼마나 더 팔아야 해', { metrics: achievement, period: november, mine: true }],
    ['이번 달 목표 대비 실적 어때?', { metrics: achievement, period: november, mine: true }],
    ['이번 달 매출 목표가 얼마지?', { metrics: ['targetAmount'], period: november, mine: true }],
  ])('%s', (question, expected) => {
    const understood = understand(question);
    expect(understood).toMatchObject({ intent: 'figures-sales', language: 'ko', remarks: [] });
    expect(understood.sales).toEqual(expected);
    expect(understood.interactions).toBeUndefined();
    expect(understood.searchQuery).toBeUndefined();
  });

  test('a manager’s own figures are the team’s', () => {
    const expected = { metrics: achievement, period: thirdQuarter, filters: { teams: ['서울1팀'] } };
    expect(understand('나의 3분기 달성율', manager).sales).toEqual(expected);
  });
});

test.each(['푸른들병원 담당자 누구야', '푸른들병원은 누가 담당해?', 'who looks after 푸른들병원?'])(
  '%s: whoever it is assigned to, and not what it bought',
  (question) => {
    const { sales, interactions, searchQuery, remarks } = understand(question);
    expect({ interactions, searchQuery, remarks }).toEqual({ remarks: [] });
    expect(sales).toEqual({
      metrics: ['assignedCustomers'],
      dimensions: ['employee'],
      period: november,
      filters: { customers: ['C03'] },
    });
  },
);
