import type { InteractionsQuery, SalesQuery } from '../figureQuery';
import { knownNames } from '../knownNamesFixture';
import { linkKnownNames } from '../linkNames/linkNames';
import type { Person } from './queryParts';
import { understandQuestion } from './understandQuestion';

/** A Monday. */
const now = new Date('2026-11-23T10:00:00+09:00');
const rep: Person = { role: 'rep', team: '서울1팀' };
const manager: Person = { role: 'manager', team: '서울1팀' };

function understand(question: string, employee: Person = rep) {
  return understandQuestion(question, { names: linkKnownNames(question, knownNames), now, employee });
}

const day = (from: string, to = from) => ({ from, to });
const november = day('2026-11-01', '2026-11-23');
const october = day('2026-10-01', '2026-10-31');
const september = day('2026-09-01', '2026-09-30');
const thirdQuarter = day('2026-07-01', '2026-09-30');
const fourthQuarter = day('2026-10-01', '2026-11-23');
const thisYear = day('2026-01-01', '2026-11-23');
const twelveMonths = day('2025-12-01', '2026-11-23');
const lastYears = { from: '2025-11-24', to: '2026-11-23' };
const twoYears = day('2024-11-24', '2026-11-23');

const by = (measure: string, direction: 'asc' | 'desc' = 'desc') => ({ by: measure, direction });
const achievement = ['amount', 'targetAmount', 'achievementRate'];
const bothStrengths = { products: ['P01', 'P02'] };

type Expected = Partial<Record<keyof SalesQuery | keyof InteractionsQuery, unknown>>;

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
    ['이번 달 목표 대비 실적 어때?', { metrics: achievement, period: november, mine: true }],
    ['이번 달 매출 목표가 얼마지?', { metrics: ['targetAmount'], period: november, mine: true }],
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

  test('a manager’s own figures are the team’s', () => {
    const expected = { metrics: achievement, period: thirdQuarter, filters: { teams: ['서울1팀'] } };
    expect(understand('나의 3분기 달성율', manager).sales).toEqual(expected);
  });
});

describe('visits and contacts', () => {
  test.each<[string, Expected]>([
    ['지난주 방문 몇 건?', { metrics: ['visits'], period: day('2026-11-16', '2026-11-22') }],
    [
      '이번 달 전화 몇 건 했지?',
      { metrics: ['contacts'], period: november, filters: { interactionTypes: ['전화'] } },
    ],
    [
      '오세린이 지난달 방문한 거래처 수',
      { metrics: ['customersVisited'], period: october, filters: { employeeNos: ['NP1002'] } },
    ],
    [
      '한가람이 이번 달에 가장 많이 방문한 거래처는?',
      {
        metrics: ['visits'],
        dimensions: ['customer'],
        period: november,
        filters: { employeeNos: ['NP1001'] },
        order: by('visits'),
        limit: 1,
      },
    ],
    [
      '지난주에 다녀온 거래처 알려줘',
      { metrics: ['visits'], dimensions: ['customer'], period: day('2026-11-16', '2026-11-22') },
    ],
    ['활동 유형별 건수', { metrics: ['contacts'], dimensions: ['interactionType'], period: november }],
    [
      '주별 방문 횟수',
      { metrics: ['visits'], dimensions: ['week'], period: day('2026-09-07', '2026-11-23') },
    ],
    [
      '푸른들병원 최근 방문 내용 요약해줘',
      {
        metrics: ['contacts'],
        list: true,
        period: lastYears,
        filters: { customers: ['C03'], interactionTypes: ['방문'] },
      },
    ],
    [
      '새봄대병원 방문 기록 5건만',
      {
        metrics: ['contacts'],
        list: true,
        period: lastYears,
        filters: { customers: ['C04'], interactionTypes: ['방문'] },
        limit: 5,
      },
    ],
    ['다음에 해야 할 일 알려줘', { metrics: ['contacts'], list: true, period: lastYears }],
    ['어제 누구 만났지', { metrics: ['contacts'], list: true, period: day('2026-11-22') }],
    [
      '새봄대병원 마지막 방문이 언제야?',
      { metrics: ['lastVisit', 'daysSinceLastVisit'], period: twoYears, filters: { customers: ['C04'] } },
    ],
    [
      '한 달 넘게 방문 안 한 거래처',
      {
        metrics: ['lastVisit', 'daysSinceLastVisit'],
        dimensions: ['customer'],
        period: twoYears,
        thresholds: [{ measure: 'daysSinceLastVisit', atLeast: 31 }],
        order: by('daysSinceLastVisit'),
        allAssignedCustomers: true,
      },
    ],
    [
      '이번 달 방문 안 한 A등급 거래처',
      {
        metrics: ['visits'],
        dimensions: ['customer'],
        period: november,
        filters: { grades: ['A'] },
        thresholds: [{ measure: 'visits', atMost: 0 }],
        allAssignedCustomers: true,
      },
    ],
  ])('%s', (question, expected) => {
    const understood = understand(question);
    expect(understood).toMatchObject({ intent: 'figures-interactions', remarks: [] });
    expect(understood.interactions).toEqual(expected);
    expect(understood.sales).toBeUndefined();
  });
});

describe('in English', () => {
  test.each<[string, Expected]>([
    ['What were my sales last month?', { metrics: ['amount'], period: october, mine: true }],
    ['What were total sales in September?', { metrics: ['amount'], period: september }],
    [
      'Top 5 products by sales this quarter',
      { metrics: ['amount'], dimensions: ['product'], period: fourthQuarter, order: by('amount'), limit: 5 },
    ],
    [
      'Which product sold the most this year?',
      { metrics: ['amount'], dimensions: ['product'], period: thisYear, order: by('amount'), limit: 1 },
    ],
    ['Sales by team in Q3 2026', { metrics: ['amount'], dimensions: ['team'], period: thirdQuarter }],
    [
      'Compare sales in August and September',
      { metrics: ['amount'], period: september, compare: day('2026-08-01', '2026-08-31') },
    ],
    [
      'sales growth vs last year by product',
      { metrics: ['amount'], dimensions: ['product'], period: thisYear, compare: 'lastYear' },
    ],
    [
      'monthly sales trend of 나루암로정',
      { metrics: ['amount'], dimensions: ['month'], period: twelveMonths, filters: bothStrengths },
    ],
    [
      'How many units of 나루암로정 did we sell in September 2026?',
      { metrics: ['quantity'], period: september, filters: bothStrengths },
    ],
    [
      'sales to pharmacies in 강남구',
      { metrics: ['amount'], period: november, filters: { customerTypes: ['약국'], regions: ['강남구'] } },
    ],
    [
      'bottom 3 reps by sales last quarter',
      {
        metrics: ['amount'],
        dimensions: ['employee'],
        period: thirdQuarter,
        order: by('amount', 'asc'),
        limit: 3,
      },
    ],
    [
      'top ten customers by revenue year to date',
      { metrics: ['amount'], dimensions: ['customer'], period: thisYear, order: by('amount'), limit: 10 },
    ],
    [
      'share of sales by therapeutic class',
      { metrics: ['amount', 'share'], dimensions: ['therapeuticClass'], period: november },
    ],
    [
      'Who has the highest achievement rate this quarter?',
      {
        metrics: achievement,
        dimensions: ['employee'],
        period: fourthQuarter,
        order: by('achievementRate'),
        limit: 1,
        mine: true,
      },
    ],
    [
      'customers whose sales dropped more than 30% compared to last month',
      {
        metrics: ['amount'],
        dimensions: ['customer'],
        period: november,
        compare: 'previous',
        thresholds: [{ measure: 'growth', below: -0.3 }],
        order: by('change', 'asc'),
      },
    ],
    [
      'customers with no orders in the last 3 months',
      {
        metrics: ['amount'],
        dimensions: ['customer'],
        period: day('2026-08-24', '2026-11-23'),
        thresholds: [{ measure: 'amount', atMost: 0 }],
        allAssignedCustomers: true,
      },
    ],
  ])('%s', (question, expected) => {
    const understood = understand(question);
    expect(understood).toMatchObject({ intent: 'figures-sales', language: 'en', remarks: [] });
    expect(understood.sales).toEqual(expected);
  });

  test.each<[string, Expected]>([
    [
      'How many visits did I make last week?',
      { metrics: ['visits'], period: day('2026-11-16', '2026-11-22'), mine: true },
    ],
    [
      'When did I last visit 새봄대병원?',
      { metrics: ['lastVisit', 'daysSinceLastVisit'], period: twoYears, filters: { customers: ['C04'] } },
    ],
    [
      'list my recent visits',
      {
        metrics: ['contacts'],
        list: true,
        period: lastYears,
        mine: true,
        filters: { interactionTypes: ['방문'] },
      },
    ],
    [
      'next actions for 새봄대병원',
      { metrics: ['contacts'], list: true, period: lastYears, filters: { customers: ['C04'] } },
    ],
    [
      'Which customers have not been visited in the last 60 days?',
      {
        metrics: ['lastVisit', 'daysSinceLastVisit'],
        dimensions: ['customer'],
        period: twoYears,
        thresholds: [{ measure: 'daysSinceLastVisit', atLeast: 60 }],
        order: by('daysSinceLastVisit'),
        allAssignedCustomers: true,
      },
    ],
  ])('%s', (question, expected) => {
    const understood = understand(question);
    expect(understood).toMatchObject({ intent: 'figures-interactions', language: 'en', remarks: [] });
    expect(understood.interactions).toEqual(expected);
  });
});

describe('documents', () => {
  test.each([
    '나루아픽정 용법 용량 알려줘',
    '나루암로정 약가 얼마야?',
    '세미나 식음료 지원 한도는 얼마야?',
    '방문 시 지켜야 할 규정은?',
    '방문 기록은 언제까지 입력해야 하나요',
    '매출 마감일이 언제야?',
    '판매장려금 규정',
    '나루피나정 급여되나요?',
    '환자 목표혈압은 얼마인가요?',
    '리베이트 받으면 어떻게 되나요',
    '나루암로정이랑 같이 먹으면 안되는 약은?',
    'What is the dosage of 나루아픽정 in renal impairment?',
    'meal limit for seminars',
  ])('%s', (question) => {
    const understood = understand(question);
    expect(understood).toMatchObject({ intent: 'documents', searchQuery: question });
    expect(understood.sales ?? understood.interactions).toBeUndefined();
  });

  test('a question about both asks both, and documents only for their part', () => {
    const both = understand('나루암로정 급여기준이랑 9월 매출 같이 알려줘');
    expect(both.sales).toEqual({ metrics: ['amount'], period: september, filters: bothStrengths });
    expect(both.searchQuery).toContain('급여기준');
    expect(both.searchQuery).not.toContain('매출');
  });

  test('a reason is looked for in documents, beside the figures', () => {
    const why = understand('나루암로정 매출이 왜 떨어졌어?');
    expect(why.sales).toMatchObject({ compare: 'previous', filters: bothStrengths });
    expect(why.searchQuery).toBe('나루암로정 매출이 왜 떨어졌어?');
    expect(why.about).toEqual(['나루암로']);
  });

  test('a bare name may mean either', () => {
    expect(understand('푸른들병원')).toMatchObject({
      sales: { filters: { customers: ['C03'] } },
      searchQuery: '푸른들병원',
    });
    expect(understand('나루암로정 어때?')).toMatchObject({ intent: 'documents' });
  });
});

describe('what cannot be answered as asked is asked back', () => {
  test.each([
    ['한빛내과 9월 매출', '서울 마포구'],
    ['없는병원 매출 알려줘', '없는병원'],
    ['타이레놀 9월 판매량', '타이레놀'],
    ['나루암로정 20mg 매출', '나루암로정 20mg'],
    ['신규 거래처 매출', '신규'],
    ['sales of Tylenol last month', 'tylenol'],
    ['이번 달 영업이익 얼마야', '영업이익'],
    ['약국 제외 매출', '제외'],
    ['다음 달 매출 예측해줘', '아직'],
    ['최근 매출로 전망해줘', '전망'],
    ['13월 매출', '13월'],
    ['9월 31일 매출', '31일'],
    ['...', '자세히'],
  ])('%s', (question, said) => {
    const understood = understand(question);
    expect(understood).toMatchObject({ intent: 'unclear' });
    expect(understood.askBack).toContain(said);
    expect(understood.sales ?? understood.interactions).toBeUndefined();
  });

  test('what was not understood and limits nothing is said with the answer', () => {
    expect(understand('매출 상위 20% 거래처').remarks.join()).toContain('20%');
    expect(understand('전사 매출 얼마야').remarks.join()).toContain('전사');
  });
});

test.each(['안녕하세요', '안녕! 반가워', '뭐 할 수 있어?', '고마워', 'hello', 'what can you do?'])(
  'small talk: %s',
  (question) => expect(understand(question).intent).toBe('smalltalk'),
);
