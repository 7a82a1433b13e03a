import { openSmallCompany, september, type SmallCompany } from '../smallCompanyFixture';

let company: SmallCompany;
beforeAll(async () => {
  company = await openSmallCompany();
});
afterAll(() => company?.database.close());

const autumn = { from: '2026-10-01', to: '2026-11-23' };

test('contacts are counted by Korean days, a contact about two products once', async () => {
  const { table } = await company.contacts({
    metrics: ['visits', 'contacts', 'customersVisited'],
    period: autumn,
  });
  expect(table.rows).toEqual([{ visits: 4, contacts: 6, customersVisited: 3 }]);
  const before = await company.contacts({ metrics: ['visits'], period: september });
  expect(before.table.rows).toEqual([{ visits: 1 }]);
});

test('a contact after midnight in Korea is of the new day', async () => {
  const { table } = await company.contacts({
    metrics: ['visits'],
    dimensions: ['day'],
    period: { from: '2026-09-30', to: '2026-10-01' },
  });
  expect(table.rows).toEqual([
    { day: '2026-09-30', visits: 1 },
    { day: '2026-10-01', visits: 1 },
  ]);
});

test('by product each product has its contacts', async () => {
  const { table } = await company.contacts(
    { metrics: ['contacts'], dimensions: ['product'], period: autumn, filters: { products: ['나루암로정'] } },
    'rep',
  );
  expect(table.rows).toEqual([
    { product: '나루암로정 5mg', contacts: 2 },
    { product: '나루암로정 10mg', contacts: 1 },
  ]);
});

test('kinds of contact, and the change from the month before', async () => {
  const november = { from: '2026-11-01', to: '2026-11-23' };
  const { table } = await company.contacts({
    metrics: ['contacts'],
    dimensions: ['interactionType'],
    period: november,
    compare: 'previous',
  });
  expect(table.rows).toEqual([
    { interactionType: '방문', contacts: 2, contactsBefore: 2, contactsChange: 0, contactsGrowth: 0 },
    { interactionType: '세미나', contacts: 1, contactsBefore: 0, contactsChange: 1, contactsGrowth: null },
    { interactionType: '전화', contacts: 1, contactsBefore: 0, contactsChange: 1, contactsGrowth: null },
  ]);
});

test('customers not visited for long, the longest first', async () => {
  const { table } = await company.contacts(
    {
      metrics: ['lastVisit', 'daysSinceLastVisit'],
      dimensions: ['customer'],
      allAssignedCustomers: true,
      period: { from: '2025-11-24', to: '2026-11-23' },
      thresholds: [{ measure: 'daysSinceLastVisit', atLeast: 30 }],
      order: { by: 'daysSinceLastVisit', direction: 'desc' },
    },
    'otherTeam',
  );
  expect(table.rows).toEqual([
    { customer: '새론약국', lastVisit: null, daysSinceLastVisit: null },
    { customer: '모꼬지 의약품도매', lastVisit: '2026-06-01', daysSinceLastVisit: 175 },
  ]);
});

test('the list has own contacts and those at own customers, the latest first', async () => {
  const { table } = await company.contacts({ metrics: ['contacts'], list: true, period: autumn }, 'rep');
  expect(table.rows.map(({ occurredAt, employee }) => [occurredAt, employee])).toEqual([
    ['2026-11-20T10:00:00+09:00', '한가람'],
    ['2026-11-18T11:00:00+09:00', '오세린'],
    ['2026-11-02T09:00:00+09:00', '한가람'],
    ['2026-10-10T14:00:00+09:00', '한가람'],
  ]);
  expect(table.rows[0]).toMatchObject({
    customer: '한빛내과의원',
    type: '방문',
    products: '나루암로정 5mg, 나루텔미암로정 40/5mg',
    summary: '나루암로정 처방 확대 논의.',
    nextAction: '샘플 전달',
  });
});

test('a list of the contacts about a product, as long as asked for, knows how many there were', async () => {
  const query = {
    metrics: ['contacts' as const],
    list: true,
    period: autumn,
    filters: { products: ['P01'] },
    limit: 1,
  };
  const { table } = await company.contacts(query, 'rep');
  expect(table.rows.map(({ type }) => type)).toEqual(['방문']);
  expect(table).toMatchObject({ truncated: false, totalCount: 2, codes: { customer: ['C01'] } });
});
