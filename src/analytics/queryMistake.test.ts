import type { FigureQuery } from './figureQuery';
import { queryMistake } from './queryMistake';
import { salesMetrics } from './semanticModel/salesMetrics';

const query: FigureQuery = { metrics: ['amount'], period: { from: '2026-09-01', to: '2026-09-30' } };
const mistake = (change: Partial<FigureQuery>) => queryMistake({ ...query, ...change }, salesMetrics)?.en;

test('a query that makes sense has none', () => {
  expect(mistake({})).toBeUndefined();
  expect(
    mistake({
      dimensions: ['customer'],
      order: { by: 'customer', direction: 'asc' },
      allAssignedCustomers: true,
    }),
  ).toBeUndefined();
  expect(mistake({ metrics: ['pace', 'forecastAmount'], dimensions: ['month'] })).toBeUndefined();
  expect(mistake({ metrics: ['growthOnMonth'], dimensions: ['day'] })).toBeUndefined();
  expect(mistake({ compare: 'previous', order: { by: 'growth', direction: 'asc' } })).toBeUndefined();
});

test.each<[string, Partial<FigureQuery>, string]>([
  ['a reversed period', { period: { from: '2026-09-30', to: '2026-09-01' } }, '2026-09-30'],
  ['a reversed compared period', { compare: { from: '2026-09-30', to: '2026-09-01' } }, '2026-09-30'],
  ['nothing to compare', { metrics: ['targetAmount'], compare: 'previous' }, 'amount'],
  ['an order by a figure that is not shown', { order: { by: 'quantity', direction: 'asc' } }, 'quantity'],
  ['a bound on growth without comparison', { thresholds: [{ measure: 'growth', above: 0 }] }, 'growth'],
  ['assigned customers by product', { dimensions: ['product'], allAssignedCustomers: true }, 'customers'],
  [
    'customers without a sale by product',
    { metrics: ['customersWithoutSale'], dimensions: ['product'] },
    'product',
  ],
  [
    'assigned customers by month',
    { metrics: ['amount', 'assignedCustomers'], dimensions: ['month'] },
    'month',
  ],
  ['a target by day', { metrics: ['pace'], dimensions: ['day'] }, 'day'],
  [
    'growth on the month before of a quarter',
    { metrics: ['growthOnMonth'], period: { from: '2026-07-01', to: '2026-09-30' } },
    'compare',
  ],
  ['assigned customers without a grouping', { allAssignedCustomers: true }, 'customers'],
])('%s is one, and says how to mend it', (_, change, said) => expect(mistake(change)).toContain(said));
