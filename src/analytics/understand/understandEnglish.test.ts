import {
  understand,
  day,
  november,
  october,
  september,
  thirdQuarter,
  fourthQuarter,
  thisYear,
  twelveMonths,
  lastYears,
  twoYears,
  by,
  achievement,
  bothStrengths,
  type Expected,
} from './questionsFixture';

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
