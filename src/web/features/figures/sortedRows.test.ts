import { nextSorting, sortedRows } from './sortedRows';

const table = {
  rows: [
    { a: 2, b: '나' },
    { a: null, b: '가' },
    { a: 10, b: '다' },
  ],
};

it('keeps the order of the answer until a column is chosen', () => {
  expect(sortedRows(table, null)).toEqual([0, 1, 2]);
});

it('orders numbers as numbers and puts what has no value last, either way', () => {
  expect(sortedRows(table, { key: 'a', direction: 'ascending' })).toEqual([0, 2, 1]);
  expect(sortedRows(table, { key: 'a', direction: 'descending' })).toEqual([2, 0, 1]);
  expect(sortedRows(table, { key: 'b', direction: 'ascending' })).toEqual([1, 0, 2]);
});

it('goes from the largest to the smallest and back to the answer', () => {
  const first = nextSorting(null, 'a');
  const second = nextSorting(first, 'a');
  expect([first?.direction, second?.direction, nextSorting(second, 'a')]).toEqual([
    'descending',
    'ascending',
    null,
  ]);
  expect(nextSorting(second, 'b')).toEqual({ key: 'b', direction: 'descending' });
});
