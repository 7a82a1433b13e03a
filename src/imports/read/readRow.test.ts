import { isStorable } from '../../shared/storableText';
import type { ImportKind } from '../../shared/imports';
import type { Cell } from '../values/cell';
import { readHeader } from './readHeader';
import { rowReader } from './readRow';

/** What is read of one row, by the columns of its header. */
function readOne(kind: ImportKind, row: Record<string, Cell>) {
  const { header } = readHeader({ row: 1, cells: Object.keys(row) }, kind, {});
  const read = rowReader(kind, header, {})({ row: 2, cells: Object.values(row) });
  return { header, read, problems: 'problems' in read ? read.problems : [] };
}

const sale = {
  soldOn: '2026-09-01',
  employeeNo: 'E1',
  customerCode: 'C1',
  productCode: 'P1',
  quantity: '1',
  amount: '352',
};

test.each([
  ['cut between the halves of a letter', { soldOn: `${'9'.repeat(59)}😀` }],
  ['with a NUL in it', { amount: '1\0' }],
  ['with half a letter in it', { quantity: '\ud83d' }],
])('what is said of a cell %s can be stored: else the whole file would fail', (_name, cell) => {
  const { problems } = readOne('sales', { ...sale, ...cell });
  expect(problems).toHaveLength(1);
  expect(isStorable(problems)).toBe(true);
});

test('so can the names of columns that nothing is read from', () => {
  const { header } = readOne('sales', { ...sale, [`${'x'.repeat(99)}😀`]: '', 'y\0z': '' });
  expect(header.ignored).toHaveLength(2);
  expect(isStorable(header.ignored)).toBe(true);
});

test('an offset that no clock has is no time', () => {
  const contact = { employeeNo: 'E1', customerCode: 'C1', type: '방문', summary: '설명' };
  const refused = (zone: string) =>
    readOne('interactions', { ...contact, occurredAt: `2026-09-01 10:00${zone}` }).problems.map(
      ({ column, code }) => `${column} ${code}`,
    );
  for (const zone of ['+99:00', '-16:00', '+1500', '+09:75'])
    expect([zone, refused(zone)]).toEqual([zone, ['occurredAt time_unreadable']]);
  for (const zone of ['', 'Z', '+14:00', '-1200', '+0545']) expect([zone, refused(zone)]).toEqual([zone, []]);
});
