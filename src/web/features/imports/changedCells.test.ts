import { changedCells } from './changedCells';

it('gives only the cells that changed, emptied ones as null', () => {
  const before = { soldOn: '2026.13.1', quantity: '1', amount: '352' };
  expect(changedCells(before, { soldOn: ' 2026-12-01 ', quantity: '1', amount: '', lineNo: '' })).toEqual({
    soldOn: '2026-12-01',
    amount: null,
  });
});
