import {
  achievement,
  by,
  day,
  november,
  october,
  september,
  thirdQuarter,
  twelveMonths,
} from '../understand/questionsFixture';
import { converse } from './conversationFixture';

const apix = { products: ['P04', 'P05'] };
const august = day('2026-08-01', '2026-08-31');
const septemberBefore = day('2025-09-01', '2025-09-30');
const apixInSeptember = { metrics: ['amount'], period: september, filters: apix };

describe('one thing is changed, the rest stays', () => {
  test.each<[asked: string, expected: object]>([
    // When.
    ['나루아픽 9월 매출 / 그럼 8월은?', { ...apixInSeptember, period: august }],
    ['나루아픽 9월 매출 / 그럼 8월은요?', { ...apixInSeptember, period: august }],
    ['나루아픽 9월 매출 / 8월에는요', { ...apixInSeptember, period: august }],
    ['나루아픽 9월 매출 / 작년에는?', { ...apixInSeptember, period: septemberBefore }],
    ['나루아픽 9월 매출 / 작년 / 8월은?', { ...apixInSeptember, period: day('2025-08-01', '2025-08-31') }],
    ['2025년 9월 나루아픽 매출 / 8월은?', { ...apixInSeptember, period: day('2025-08-01', '2025-08-31') }],
    ['나루아픽 9월 매출 / 그 전 달은?', { ...apixInSeptember, period: august }],
    ['나루아픽 9월 매출 / 그 다음 달은?', { ...apixInSeptember, period: october }],
    ['나루아픽 9월 매출 / 최근 3개월은?', { ...apixInSeptember, period: day('2026-08-24', '2026-11-23') }],
    ['나루아픽 9월 매출 / 3개월은?', { ...apixInSeptember, period: day('2026-08-24', '2026-11-23') }],
    ['작년 3분기 매출 / 올해는?', { metrics: ['amount'], period: thirdQuarter }],
    ['9월 매출 / 월별로', { metrics: ['amount'], dimensions: ['month'], period: twelveMonths }],
    // With what it is compared.
    ['나루아픽 9월 매출 / 전월 대비로는?', { ...apixInSeptember, compare: 'previous' }],
    ['나루아픽 9월 매출 / 작년 동기 대비는?', { ...apixInSeptember, compare: 'lastYear' }],
    ['9월 매출 전월 대비 / 8월은?', { metrics: ['amount'], period: august, compare: 'previous' }],
    // Groups, order and number.
    ['나루아픽 9월 매출 / 거래처별로', { ...apixInSeptember, dimensions: ['customer'] }],
    ['나루아픽 9월 매출 / 거래처는?', { ...apixInSeptember, dimensions: ['customer'] }],
    [
      '나루아픽 9월 매출 / 거래처별로 / 그중 상위 3개만',
      { ...apixInSeptember, dimensions: ['customer'], order: by('amount'), limit: 3 },
    ],
    [
      '3분기 거래처 매출 상위 5곳 / 하위는?',
      {
        metrics: ['amount'],
        dimensions: ['customer'],
        period: thirdQuarter,
        order: by('amount', 'asc'),
        limit: 5,
      },
    ],
    [
      '3분기 거래처 매출 상위 5곳 / 3곳만',
      { metrics: ['amount'], dimensions: ['customer'], period: thirdQuarter, order: by('amount'), limit: 3 },
    ],
    [
      '3분기 거래처 매출 상위 5곳 / 제품별로',
      { metrics: ['amount'], dimensions: ['product'], period: thirdQuarter },
    ],
    [
      '나루아픽 9월 매출 / 어느 거래처가 제일 많이 샀어?',
      { ...apixInSeptember, dimensions: ['customer'], order: by('amount'), limit: 1 },
    ],
    // What is counted.
    ['나루아픽 9월 매출 / 수량으로', { ...apixInSeptember, metrics: ['quantity'] }],
    ['내 9월 매출 / 목표 달성률은?', { metrics: achievement, period: september, mine: true }],
    // Of what and of whom.
    ['나루아픽 9월 매출 / 나루피나는?', { ...apixInSeptember, filters: { products: ['P06'] } }],
    ['나루아픽 9월 매출 / 나루피나는요?', { ...apixInSeptember, filters: { products: ['P06'] } }],
    ['나루아픽 9월 매출 / 푸른들은?', { ...apixInSeptember, filters: { ...apix, customers: ['C03'] } }],
    ['나루아픽 9월 매출 / 약국만', { ...apixInSeptember, filters: { ...apix, customerTypes: ['약국'] } }],
    [
      '푸른들 9월 매출 / 약국은?',
      { metrics: ['amount'], period: september, filters: { customerTypes: ['약국'] } },
    ],
    ['푸른들 9월 매출 / 거래처별로', { metrics: ['amount'], period: september, dimensions: ['customer'] }],
    ['나루아픽 9월 매출 / 전체 제품은?', { metrics: ['amount'], period: september }],
    ['내 9월 매출 / 우리 팀은?', { metrics: ['amount'], period: september, filters: { teams: ['서울1팀'] } }],
    [
      '한가람 9월 매출 / 오세린은?',
      { metrics: ['amount'], period: september, filters: { employeeNos: ['NP1002'] } },
    ],
    [
      '한가람 9월 매출 / 오세린이랑 비교하면?',
      {
        metrics: ['amount'],
        period: september,
        dimensions: ['employee'],
        filters: { employeeNos: ['NP1001', 'NP1002'] },
      },
    ],
    // How it is shown.
    ['나루아픽 9월 매출 / 표로 보여줘', apixInSeptember],
    ['나루아픽 9월 매출 / 그래프로', { ...apixInSeptember, dimensions: ['week'] }],
    // Small talk keeps what was spoken of.
    ['나루아픽 9월 매출 / 고마워 / 8월은?', { ...apixInSeptember, period: august }],
    // English.
    ['나루아픽 sales in September / and for August?', { ...apixInSeptember, period: august }],
    ['나루아픽 sales in September / what about last year?', { ...apixInSeptember, period: septemberBefore }],
    ['나루아픽 sales in September / by team', { ...apixInSeptember, dimensions: ['team'] }],
    ['나루아픽 sales in September / and the quantity?', { ...apixInSeptember, metrics: ['quantity'] }],
    [
      'sales last month / by product / bottom 5',
      { metrics: ['amount'], dimensions: ['product'], period: october, order: by('amount', 'asc'), limit: 5 },
    ],
    ['나루아픽 sales in September / and the month before?', { ...apixInSeptember, period: august }],
  ])('%s', (asked, expected) => {
    const understood = converse(asked.split(' / '));
    expect(understood).toMatchObject({ intent: 'figures-sales', goesOn: true, remarks: [] });
    expect(understood.sales).toEqual(expected);
    expect(understood.searchQuery ?? understood.fallbackQuery).toBeUndefined();
  });

  test.each<[asked: string, expected: object]>([
    [
      '푸른들 지난달 매출 / 방문은?',
      { metrics: ['visits'], period: october, filters: { customers: ['C03'] } },
    ],
    ['푸른들 지난달 방문 / 전화는?', { metrics: ['contacts'], period: october }],
    ['푸른들 방문 내역 / 최근 3건만', { list: true, limit: 3, filters: { customers: ['C03'] } }],
    ['푸른들 지난달 매출 / 마지막 방문은 언제야?', { metrics: ['lastVisit', 'daysSinceLastVisit'] }],
    [
      '최근 3개월 방문 안 한 거래처 / 약국만',
      { filters: { customerTypes: ['약국'] }, thresholds: [{ measure: 'daysSinceLastVisit', atLeast: 92 }] },
    ],
  ])('%s', (asked, expected) => {
    const { interactions, sales } = converse(asked.split(' / '));
    expect(interactions).toMatchObject(expected);
    expect(sales).toBeUndefined();
  });
});

describe('a question with a meaning of its own starts afresh', () => {
  test.each<[asked: string, expected: object]>([
    ['나루아픽 9월 매출 / 이번 달 내 매출 얼마야?', { metrics: ['amount'], period: november, mine: true }],
    ['나루아픽 9월 매출 / 매출 현황 보여줘', { metrics: ['amount'], period: november }],
    [
      '나루아픽 9월 매출 / 푸른들 매출 알려줘',
      { metrics: ['amount'], period: november, filters: { customers: ['C03'] } },
    ],
    ['나루아픽 9월 매출 / 지난달 팀별 매출', { metrics: ['amount'], dimensions: ['team'], period: october }],
  ])('%s', (asked, expected) => {
    const understood = converse(asked.split(' / '));
    expect(understood.sales).toEqual(expected);
    expect(understood.goesOn).toBeUndefined();
  });

  test('a question about documents ends what was spoken of', () => {
    expect(converse(['나루아픽 9월 매출', '나루아픽정 금기는?'])).toMatchObject({ intent: 'documents' });
    const next = converse(['나루아픽 9월 매출', '나루아픽정 금기는?', '그럼 8월은?']);
    expect(next.sales).toBeUndefined();
    expect(next.askBack).toContain('어떤 수치');
  });

  test('with nothing said before, a period alone is asked about', () => {
    expect(converse(['그럼 8월은?']).askBack).toContain('어떤 수치');
  });
});

describe('what is not known stays so', () => {
  test.each([
    ['나루아픽 9월 매출 / 타이레놀은?', '타이레놀'],
    ['나루아픽 9월 매출 / 그럼 타이레놀 8월은?', '타이레놀'],
    ['타이레놀 9월 매출 / 그럼 8월은?', '타이레놀'],
    ['나루아픽 9월 매출 / 9월 31일은?', '31일'],
    ['나루아픽 9월 매출 / 그 거래처 방문은?', '거래처'],
    ['한빛내과 9월 매출 / 그럼 8월은?', '서울 마포구'],
  ])('%s', (asked, said) => {
    const { askBack, sales, interactions } = converse(asked.split(' / '));
    expect(askBack).toContain(said);
    expect(sales ?? interactions).toBeUndefined();
  });

  test('a name that is there takes its place', () => {
    const { sales } = converse(['타이레놀 9월 매출', '나루아픽은?']);
    expect(sales).toEqual(apixInSeptember);
  });
});
