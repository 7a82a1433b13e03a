import { amountOf } from './canaryCompany';
import { findLeaks, groupsIn } from './findLeaks';

test('a sum tells the groups of rows it is made of, and so does a difference', () => {
  expect(groupsIn(3 * amountOf(0) + amountOf(7))).toEqual([0, 7]);
  expect(groupsIn(2 * amountOf(5) - 4 * amountOf(2))).toEqual([2, 5]);
  expect(groupsIn(-amountOf(3))).toEqual([3]);
  expect(groupsIn(0)).toEqual([]);
});

test('what somebody else owns is found wherever it stands, but for what was asked with', () => {
  const customer = {
    code: 'HC-1',
    name: '가온의원',
    alias: '단골1',
    region: '도 시',
    owner: 'R2',
    knownTo: ['R2'],
  };
  const company = { askers: [], customers: [customer], documents: [] };
  const reader = { key: 'R1', team: '서울1팀', role: 'rep' as const, groups: [0] };
  const table = { table: { rows: [{ customer: '단골1', amount: amountOf(0) + amountOf(1) }] } };
  expect(findLeaks([{ deep: table }], reader, '가온의원', company)).toEqual([
    'says 단골1',
    `counts rows of group 1 in ${amountOf(0) + amountOf(1)}`,
  ]);
  expect(
    findLeaks({ message: '‘가온의원’ 없음', rows: [{ amount: amountOf(0) }] }, reader, '가온의원', company),
  ).toEqual([]);
});
