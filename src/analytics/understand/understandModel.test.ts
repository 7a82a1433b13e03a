import {
  by,
  day,
  manager,
  november,
  october,
  understand,
  type Expected,
  thirdQuarter,
  thisYear,
  twoYears,
} from './questionsFixture';

/** Figures that need more of the planner than their words. */

const month = { period: november };

test.each<[string, Expected]>([
  ['이번 달 내 목표 페이스 어때?', { ...month, mine: true, metrics: ['amount', 'targetDue', 'pace'] }],
  ['pace to target this month', { ...month, mine: true, metrics: ['amount', 'targetDue', 'pace'] }],
  ['이 속도면 이번 달 월말 예상 매출은?', { ...month, metrics: ['amount', 'forecastAmount'] }],
  [
    '마지막 주문 후 일수가 가장 긴 거래처',
    { period: twoYears, metrics: ['daysSinceLastSale'], order: by('daysSinceLastSale') },
  ],
  [
    '3분기 지역별 미거래 거래처 수',
    { period: thirdQuarter, metrics: ['customersWithoutSale'], dimensions: ['region'] },
  ],
  ['올해 신규 거래처 몇 곳이야?', { period: thisYear, metrics: ['newCustomers'] }],
])('%s', (question, expected) => {
  const { askBack, sales, interactions } = understand(question);
  expect([askBack, interactions]).toEqual([undefined, undefined]);
  expect(sales).toMatchObject(expected);
});

test.each<[string, Expected]>([
  [
    '지난달 팀원별 미방문 거래처 수',
    { period: october, metrics: ['customersWithoutVisit'], dimensions: ['employee'] },
  ],
  ['10월 방문율', { period: october, metrics: ['coverage'] }],
  [
    '최근 한 달 등급별 방문 빈도',
    { period: day('2026-10-24', '2026-11-23'), metrics: ['visitsPerCustomer'], dimensions: ['grade'] },
  ],
])('%s', (question, expected) => {
  const { askBack, sales, interactions } = understand(question, manager);
  expect([askBack, sales]).toEqual([undefined, undefined]);
  expect(interactions).toMatchObject(expected);
});

test.each(['다음 달 매출 예측해줘', '내년 매출 전망', '연말 예상치는?'])(
  '%s is still no figure of the past',
  (question) => {
    expect(understand(question).sales).toBeUndefined();
  },
);
