import type { Readiness, SystemStatus } from '../../../shared/system';
import { adviceOf } from './advice';

const now = Date.parse('2026-11-27T10:00:00Z');
const ready: Readiness = { status: 'ready', parts: [{ name: 'database', engine: 'postgres', ok: true }] };
const healthy: SystemStatus = {
  readiness: ready,
  pendingMigrations: [],
  version: '1.0.0',
  startedAt: '2026-11-27T09:00:00Z',
  node: 'v20',
  memoryBytes: 1,
  sockets: 0,
  questions: 0,
  chatModel: { name: 'a-model', isPlanner: false, lastQuarter: { calls: 100, failed: 1 } },
  embeddings: 'an-embedding',
  searchIndex: null,
  queues: [
    { queue: 'documents.ingest', waiting: 3, running: 1, retrying: 0, oldestAt: '2026-11-27T09:00:00Z' },
    { queue: 'imports.run', waiting: 1, running: 0, retrying: 0, oldestAt: '2026-11-27T09:58:00Z' },
  ],
  failedDocuments: 0,
  databaseBytes: 1,
  disk: { freeBytes: 50, totalBytes: 100 },
};
const texts = (changes: Partial<SystemStatus>, readiness = ready) =>
  adviceOf(readiness, { ...healthy, ...changes }, now).map(({ text }) => text);

test('of what works there is nothing to say', () => {
  expect(texts({})).toEqual([]);
});

test('each trouble is told, and what is broken comes first', () => {
  const broken: Readiness = {
    status: 'not ready',
    parts: [{ name: 'searchIndex', engine: 'opensearch', ok: false }],
  };
  expect(texts({ failedDocuments: 2 }, broken)).toEqual(['part.searchIndex', 'failedDocuments']);
  expect(adviceOf({ ...ready, status: 'migrations pending' }, undefined, now)).toEqual([
    { level: 'wrong', text: 'migrations', to: '/system/migrations' },
  ]);
  const { chatModel } = healthy;
  expect(texts({ chatModel: { ...chatModel, lastQuarter: { calls: 4, failed: 2 } } })).toEqual([
    'modelFails',
  ]);
  expect(texts({ chatModel: { ...chatModel, lastQuarter: { calls: 2, failed: 2 } } })).toEqual([]);
  expect(texts({ disk: { freeBytes: 9, totalBytes: 100 } })).toEqual(['disk']);
  expect(texts({ embeddings: null })).toEqual(['keyword']);
});

test('a job waits too long only where nobody works', () => {
  const [busy, fresh] = healthy.queues;
  expect(texts({ queues: [{ ...busy!, running: 0 }] })).toEqual(['stuckQueue']);
  expect(texts({ queues: [{ ...fresh!, retrying: 1 }] })).toEqual(['retrying']);
});
