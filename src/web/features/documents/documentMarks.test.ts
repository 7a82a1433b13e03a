import type { DocumentDto } from '../../../shared/documents';
import { documentActions, documentMarks } from './documentMarks';

const standing = { approvedAt: '2026-03-01T00:00:00.000Z', supersededAt: null };
const at = (status: DocumentDto['status'], given: Partial<typeof standing> | { approvedAt: null } = {}) =>
  documentActions({ ...standing, ...given, status });

it('says why a document is not cited today', () => {
  const always = { ...standing, validFrom: null, validTo: null };
  const marks = (given: object) => documentMarks({ ...always, ...given }, '2026-03-15');
  expect(marks({})).toEqual([]);
  expect(marks({ approvedAt: null, supersededAt: standing.approvedAt })).toEqual([
    'superseded',
    'awaitingApproval',
  ]);
  expect(marks({ validFrom: '2026-03-15', validTo: '2026-03-15' })).toEqual([]);
  expect(marks({ validFrom: '2026-03-16' })).toEqual(['outOfDate']);
  expect(marks({ validTo: '2026-03-14' })).toEqual(['outOfDate']);
});

it('offers to cancel what is on its way, to try again what failed, to read again what is indexed', () => {
  expect(at('queued')).toContain('cancel');
  expect(at('processing')).toContain('cancel');
  expect(at('failed')).toEqual(['edit', 'retry', 'newVersion', 'withdraw']);
  expect(at('indexed')).toEqual(['edit', 'reindex', 'newVersion', 'withdraw']);
});

it('offers approval while it is missing, and nothing while a document is being deleted', () => {
  expect(at('indexed', { approvedAt: null })).toEqual(['edit', 'approve', 'reindex', 'newVersion']);
  expect(at('deleting', { approvedAt: null })).toEqual([]);
});

it('takes a new version of the version that stands only', () => {
  expect(
    documentActions({ ...standing, status: 'indexed', supersededAt: standing.approvedAt }),
  ).not.toContain('newVersion');
});
