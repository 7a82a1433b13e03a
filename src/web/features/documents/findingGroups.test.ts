import { findingGroups } from './findingGroups';

it('counts findings by kind, with what is left for a person first', () => {
  expect(
    findingGroups([
      { kind: 'job-missing', id: 'a', mended: true },
      { kind: 'job-missing', id: 'b', mended: true },
      { kind: 'document-without-file', id: 'c', mended: false },
    ]),
  ).toEqual([
    { kind: 'document-without-file', count: 1, mended: 0 },
    { kind: 'job-missing', count: 2, mended: 2 },
  ]);
});
