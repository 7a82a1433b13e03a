import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { QueryTypes } from 'sequelize';
import { requestRemoval } from '../../ingestion/removeDocument';
import { reconcile } from '../../ingestion/reconcile/reconcile';
import type { StoredChunk } from '../../repositories/chunks';
import { createAdmin } from '../people';
import { uploadDocument } from '../documents';
import { startScriptedEmbeddings, vectorsBody } from '../scriptedEmbeddings';
import { startTestServer, type TestServer } from '../server';
import { serviceEnv } from '../services';
import { startWorker, type StartedWorker } from './startedWorker';

/** Kills in all; `npm run test:faults` asks for 50. */
const rounds = Number(process.env.NARUTALK_FAULT_ROUNDS ?? 5);

/** The steps at which a worker is killed, each seen from outside, in turn. */
const ingestionSteps = [5, 40, 80, 85, 90, 95].map((progress) => ({ kind: 'ingest' as const, progress }));
const removalSteps = (['begun', 'unindexed', 'unstored'] as const).map((seen) => ({
  kind: 'remove' as const,
  seen,
}));
const steps = [...ingestionSteps, ...removalSteps];
type Step = (typeof steps)[number];

/** The last killed worker's document is taken up within 40 s, and read within 20 more on a busy machine. */
const backWithinMs = 60_000;

const { database, openSearch } = serviceEnv();
// One index and one database for several processes: the embedded ones have one process.
(database && openSearch ? describe : describe.skip)('a worker that is killed', () => {
  let server: TestServer;
  let embeddings: Awaited<ReturnType<typeof startScriptedEmbeddings>>;
  let admin: string;

  beforeAll(async () => {
    embeddings = await startScriptedEmbeddings(({ input }) => ({
      body: vectorsBody(input.map(constantVector)),
    }));
    server = await startTestServer({ processRole: 'server', embeddings: embeddings.settings });
    admin = await createAdmin(server);
  });
  afterAll(async () => {
    await server.close();
    embeddings.close();
  });

  const batches = batchesOf(Array.from({ length: rounds }, (_, round) => steps[round % steps.length]!));
  test.each(batches.map((batch, place) => [place + 1, batch] as const))(
    'leaves nothing behind, and its work is done as if it had lived (batch %i)',
    async (place, batch) => {
      const bodies = new Map<string, { body: string; fileName: string }>();
      const removed = new Set<string>();
      let lastKill = 0;
      for (const [at, step] of batch.entries()) {
        const fileName = `rules-${place}-${at}.txt`;
        const body = rules(`${place}-${at}`);
        if (step.kind === 'ingest') {
          const { id } = await uploadDocument(server, admin, fileName, body);
          bodies.set(id, { body, fileName });
          await killWhen(() => hasReached(id, step.progress));
          // At the last step it may have come to its end in the same moment.
          if (step.progress < 95) expect(await statusOf(id)).toBe('processing');
        } else {
          const id = await uploadIndexed(fileName, body);
          const actor = await server.services.repositories.people.findByEmail('admin@test.example');
          await requestRemoval(id, actor!.id, server.services.ingestion);
          removed.add(id);
          await killWhen(() => isRemoved(id, body, step));
        }
        lastKill = Date.now();
      }

      const healthy = await startWorker(server.env);
      for (const id of bodies.keys()) await until(async () => (await statusOf(id)) === 'indexed');
      expect(Date.now() - lastKill).toBeLessThan(backWithinMs);
      for (const id of removed) await until(async () => (await statusOf(id)) === null);
      const recovered = await Promise.all([...bodies].map(([id]) => stateOf(id)));
      await expectNoOrphans([...bodies.values()].map(({ body }) => body));

      // The same files again, by a worker nobody disturbs.
      for (const id of bodies.keys()) await removeNow(id);
      const clean: Awaited<ReturnType<typeof stateOf>>[] = [];
      for (const { body, fileName } of bodies.values()) {
        const { id } = await uploadDocument(server, admin, fileName, body);
        await until(async () => (await statusOf(id)) === 'indexed');
        clean.push(await stateOf(id));
        await removeNow(id);
      }
      expect(recovered).toEqual(clean);
      await expectNoOrphans([]);
      expect(await healthy.stop()).toBe(0);
    },
    300_000,
  );

  async function killWhen(seen: () => Promise<boolean>): Promise<void> {
    const worker: StartedWorker = await startWorker(server.env);
    await until(seen, 0);
    await worker.kill();
  }

  /** A document that is there: brought in by a worker that ends in order. */
  async function uploadIndexed(fileName: string, body: string): Promise<string> {
    const worker = await startWorker(server.env);
    const { id } = await uploadDocument(server, admin, fileName, body);
    await until(async () => (await statusOf(id)) === 'indexed');
    expect(await worker.stop()).toBe(0);
    return id;
  }

  async function removeNow(id: string): Promise<void> {
    const actor = await server.services.repositories.people.findByEmail('admin@test.example');
    await requestRemoval(id, actor!.id, server.services.ingestion);
    await until(async () => (await statusOf(id)) === null);
  }

  async function hasReached(id: string, progress: number): Promise<boolean> {
    const document = await server.services.repositories.documents.findById(id);
    return document!.progress >= progress;
  }

  async function isRemoved(id: string, body: string, { seen }: Extract<Step, { kind: 'remove' }>) {
    const { searchIndex, objectStore } = server.services.ingestion;
    if (seen === 'unstored') return !(await objectStore.exists(sha256(body)));
    if (seen === 'unindexed') return (await searchIndex.countDocument(id)) === 0;
    const [job] = await server.services.database.sequelize.query<{ state: string }>(
      `SELECT state FROM pgboss.job WHERE name = 'documents.remove' AND data ->> 'documentId' = $id
       AND state IN ('active', 'completed')`,
      { bind: { id }, type: QueryTypes.SELECT },
    );
    return job !== undefined;
  }

  async function statusOf(id: string): Promise<string | null> {
    return (await server.services.repositories.documents.findById(id))?.status ?? null;
  }

  /** All that ingestion makes of a document, but for its key. */
  async function stateOf(id: string) {
    const { repositories, ingestion } = server.services;
    const rows = await repositories.chunks.ofDocument(id);
    const document = await repositories.documents.findById(id);
    return {
      chunks: rows.map((row) => withoutKey(row, id)),
      indexed: await ingestion.searchIndex.countDocument(id),
      cited: (await ingestion.searchIndex.documentCounts({ currentOnly: true })).get(id),
      pages: document!.pages,
      progress: document!.progress,
      attempts: document!.attempts,
    };
  }

  async function expectNoOrphans(bodies: string[]): Promise<void> {
    const { ingestion } = server.services;
    const keys: string[] = [];
    for await (const { key } of ingestion.objectStore.list()) keys.push(key);
    expect(keys.sort()).toEqual(bodies.map(sha256).sort());
    expect((await ingestion.searchIndex.documentCounts()).size).toBe(bodies.length);
    expect((await reconcile(ingestion, null)).findings).toEqual([]);
  }
});

function withoutKey(
  { ordinal, parentId, heading, text, textSha256, charStart, charEnd }: StoredChunk,
  id: string,
) {
  return { ordinal, parent: parentId.replace(id, ''), heading, text, textSha256, charStart, charEnd };
}

/** Long enough that every step takes a while. */
function rules(mark: string): string {
  return Array.from(
    { length: 1_500 },
    (_, at) => `제${at + 1}조 ${mark}호 창고의 보관 온도는 ${at % 40}도이며 벗어나면 즉시 보고한다.`,
  ).join('\n');
}

/** Steps in groups whose recovery is waited for together. */
function batchesOf(all: Step[]): Step[][] {
  const batches: Step[][] = [];
  for (let start = 0; start < all.length; start += steps.length)
    batches.push(all.slice(start, start + steps.length));
  return batches;
}

function constantVector(): number[] {
  return [0.5, 0.5, 0.5, 0.5];
}

function sha256(body: string): string {
  return createHash('sha256').update(body).digest('hex');
}

async function until(condition: () => Promise<boolean>, everyMs = 100): Promise<void> {
  for (const deadline = Date.now() + 120_000; !(await condition());) {
    if (Date.now() > deadline) throw new Error('what was waited for did not come');
    if (everyMs > 0) await pause(everyMs);
  }
}
