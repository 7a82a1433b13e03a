import {
  understand,
  day,
  november,
  october,
  lastYears,
  twoYears,
  by,
  type Expected,
} from './questionsFixture';

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
      {
        metrics: ['visits'],
        dimensions: ['customer'],
        period: day('2026-11-16', '2026-11-22'),
        thresholds: [{ measure: 'visits', above: 0 }],
      },
    ],
    [
      '지난주에 방문한 거래처',
      {
        metrics: ['visits'],
        dimensions: ['customer'],
        period: day('2026-11-16', '2026-11-22'),
        thresholds: [{ measure: 'visits', above: 0 }],
      },
    ],
    [
      '지난주 거래처별 방문 횟수',
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
