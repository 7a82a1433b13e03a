import {
  understand,
  day,
  november,
  september,
  thirdQuarter,
  fourthQuarter,
  thisYear,
  twelveMonths,
  by,
  type Expected,
} from './questionsFixture';

describe('comparisons and bounds', () => {
  test.each<[string, Expected]>([
    // Comparisons.
    [
      '8월과 9월 매출 비교해줘',
      { metrics: ['amount'], period: september, compare: day('2026-08-01', '2026-08-31') },
    ],
    ['9월 매출 전월 대비', { metrics: ['amount'], period: september, compare: 'previous' }],
    ['작년 동기 대비 매출 증감은?', { metrics: ['amount'], period: thisYear, compare: 'lastYear' }],
    ['전년 동월 대비 9월 매출 증감률', { metrics: ['amount'], period: september, compare: 'lastYear' }],
    [
      '작년 3분기와 올해 3분기 매출 비교',
      { metrics: ['amount'], period: thirdQuarter, compare: day('2025-07-01', '2025-09-30') },
    ],
    // What is under way is held against as many days, however the other one was named.
    [
      '2025년 대비 올해 매출 얼마나 늘었어',
      { metrics: ['amount'], period: thisYear, compare: day('2025-01-01', '2025-11-23') },
    ],
    [
      '2024년이랑 2026년 매출 비교',
      { metrics: ['amount'], period: thisYear, compare: day('2024-01-01', '2024-11-23') },
    ],
    [
      '9월 대비 이번 달 매출',
      { metrics: ['amount'], period: november, compare: day('2026-09-01', '2026-09-23') },
    ],
    ['9월 대비 11월 매출', { metrics: ['amount'], period: november, compare: september }],
    [
      '2분기 대비 이번 분기 매출',
      { metrics: ['amount'], period: fourthQuarter, compare: day('2026-04-01', '2026-05-23') },
    ],
    [
      '지난 분기 대비 이번 분기 매출 성장률',
      { metrics: ['amount'], period: fourthQuarter, compare: 'previous' },
    ],
    [
      '이번 주 매출 지난주 대비',
      { metrics: ['amount'], period: day('2026-11-23'), compare: day('2026-11-16') },
    ],
    [
      '월별 매출 성장률',
      { metrics: ['amount'], dimensions: ['month'], period: twelveMonths, compare: 'previous' },
    ],
    [
      '전월 대비 매출이 줄어든 거래처 알려줘',
      {
        metrics: ['amount'],
        dimensions: ['customer'],
        period: november,
        compare: 'previous',
        thresholds: [{ measure: 'change', below: 0 }],
        order: by('change', 'asc'),
      },
    ],
    [
      '9월 매출이 가장 많이 감소한 거래처 3곳',
      {
        metrics: ['amount'],
        dimensions: ['customer'],
        period: september,
        compare: 'previous',
        order: by('change', 'asc'),
        limit: 3,
      },
    ],
    // Bounds.
    [
      '9월 매출 1억 5천만원 이상 거래처',
      {
        metrics: ['amount'],
        dimensions: ['customer'],
        period: september,
        thresholds: [{ measure: 'amount', atLeast: 150_000_000 }],
      },
    ],
    [
      '매출이 30% 이상 감소한 거래처',
      {
        metrics: ['amount'],
        dimensions: ['customer'],
        period: november,
        compare: 'previous',
        thresholds: [{ measure: 'growth', atMost: -0.3 }],
        order: by('change', 'asc'),
      },
    ],
    [
      '최근 3개월간 주문이 없는 약국',
      {
        metrics: ['amount'],
        dimensions: ['customer'],
        period: day('2026-08-24', '2026-11-23'),
        filters: { customerTypes: ['약국'] },
        thresholds: [{ measure: 'amount', atMost: 0 }],
        allAssignedCustomers: true,
      },
    ],
  ])('%s', (question, expected) => {
    const understood = understand(question);
    expect(understood).toMatchObject({ intent: 'figures-sales', language: 'ko', remarks: [] });
    expect(understood.sales).toEqual(expected);
    expect(understood.interactions).toBeUndefined();
    expect(understood.searchQuery).toBeUndefined();
  });
});
