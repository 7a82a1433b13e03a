import { chartSeries } from './chartSeries';

const columns = [
  { key: 'month', label: '월', kind: 'month' as const },
  { key: 'product', label: '제품', kind: 'text' as const },
  { key: 'amount', label: '매출', kind: 'won' as const },
];

it('draws each figure under its own name', () => {
  const rows = [{ month: '2026-08', amount: 1 }];
  const { data, series, kind } = chartSeries({ columns, rows }, { kind: 'line', x: 'month', y: ['amount'] });
  expect([data, kind]).toEqual([rows, 'won']);
  expect(series).toMatchObject([{ name: 'amount', label: '매출' }]);
});

it('makes a line of each thing, with a gap where it has nothing', () => {
  const rows = [
    { month: '2026-08', product: '가', amount: 1 },
    { month: '2026-08', product: '나', amount: 2 },
    { month: '2026-09', product: '나', amount: 3 },
  ];
  const shape = { kind: 'line' as const, x: 'month', y: ['amount'], series: 'product' };
  const { data, series } = chartSeries({ columns, rows }, shape);
  expect(series.map(({ label }) => label)).toEqual(['가', '나']);
  expect(data).toEqual([
    { month: '2026-08', series0: 1, series1: 2 },
    { month: '2026-09', series1: 3 },
  ]);
});

it('leaves out bars that could not be told apart', () => {
  const rows = Array.from({ length: 50 }, (_row, place) => ({ product: `제품 ${place}`, amount: place }));
  expect(chartSeries({ columns, rows }, { kind: 'bar', x: 'product', y: ['amount'] }).data).toHaveLength(30);
});
