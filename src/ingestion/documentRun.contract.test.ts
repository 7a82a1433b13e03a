import { QueryTypes } from 'sequelize';
import { uploadDocument } from '../test/documents';
import { createAdmin } from '../test/people';
import { startTestServer, type TestServer } from '../test/server';
import { beginRun, RunLost } from './documentRun';
import { maximumAttempts } from './endFailedRun';
import { ingestDocument } from './ingestDocument';
import { reindexDocument } from './reindexDocument';
import { removeDocument, requestRemoval } from './removeDocument';
import { takeBackAbandoned } from './takeBackAbandoned';

// A server without a worker: the test is the worker, as far and as often as it likes.
let server: TestServer;
let admin: string;
const stays = new AbortController().signal;

beforeAll(async () => {
  server = await startTestServer({ processRole: 'server' });
  admin = await createAdmin(server);
});
afterAll(() => server.close());

const parts = () => server.services.ingestion;
const row = async (id: string) => (await server.services.repositories.documents.findById(id))!;

async function upload(text: string): Promise<string> {
  return (await uploadDocument(server, admin, `${text.slice(0, 8)}.txt`, text)).id;
}

/** As time does, for a run that has stopped saying that it is alive. */
async function letLeasesEnd(): Promise<void> {
  await server.services.repositories.documentRuns.endLeases();
}

async function waitingJobs(id: string): Promise<number> {
  const rows = await server.services.database.sequelize.query(
    `SELECT 1 FROM pgboss.job WHERE name = 'documents.ingest' AND state IN ('created', 'retry')
     AND data ->> 'documentId' = $id`,
    { bind: { id }, type: QueryTypes.SELECT },
  );
  return rows.length;
}

test('one run has a document, the next one gets it only when its lease is over', async () => {
  const id = await upload('한 번에 한 작업만 맡는 문서이다.');
  const first = (await beginRun(id, parts(), stays))!;
  expect(await beginRun(id, parts(), stays)).toBeNull();

  await letLeasesEnd();
  const second = (await beginRun(id, parts(), stays))!;
  expect(second.document.attempts).toBe(2);
  for (const write of [
    () => first.note({ progress: 50 }),
    () => first.report({ progress: 50 }),
    () => first.end({ status: 'indexed' }),
  ]) {
    await expect(write()).rejects.toThrow(RunLost);
  }
  expect(await row(id)).toMatchObject({ status: 'processing', progress: 5 });
  await second.end({ status: 'indexed' });
  [first, second].forEach((run) => run.close());
});

test('a run learns at once that its document was taken from it', async () => {
  const id = await upload('작업 중에 취소되는 문서이다.');
  const run = (await beginRun(id, parts(), stays))!;
  const aborted = new Promise((resolve) => run.signal.addEventListener('abort', resolve));
  await server.services.database.sequelize.transaction((transaction) =>
    server.services.repositories.documents.cancel(id, 'ingestion_cancelled', transaction),
  );
  await parts().documentUpdates.publish({ documentId: id, status: 'failed', progress: 100 });
  await aborted;
  expect(run.signal.reason).toBeInstanceOf(RunLost);
  run.close();
});

test('an abandoned document goes back in line with its job, until it has ended too many processes', async () => {
  const id = await upload('작업자를 자꾸 끝내는 문서이다.');
  for (let attempt = 1; attempt < maximumAttempts; attempt += 1) {
    (await beginRun(id, parts(), stays))!.close();
    await letLeasesEnd();
    await takeBackAbandoned(parts());
    expect(await row(id)).toMatchObject({
      status: 'queued',
      attempts: attempt,
      lastError: 'ingestion_interrupted',
    });
    expect(await waitingJobs(id)).toBeGreaterThan(0);
  }
  (await beginRun(id, parts(), stays))!.close();
  await letLeasesEnd();
  await Promise.all([takeBackAbandoned(parts()), takeBackAbandoned(parts())]);
  expect(await row(id)).toMatchObject({ status: 'failed', reasonCode: 'ingestion_failed' });

  // A person may try again, and then all tries count anew.
  const people = server.services.repositories.people;
  await reindexDocument(id, (await people.findByEmail('admin@test.example'))!.id, parts());
  await ingestDocument(id, parts(), stays);
  expect(await row(id)).toMatchObject({ status: 'indexed', attempts: 0, lastError: null });
});

test('a shutdown puts the document back without a try being counted', async () => {
  const id = await upload('껐다 켜도 이어지는 문서이다.');
  await ingestDocument(id, parts(), AbortSignal.abort());
  expect(await row(id)).toMatchObject({ status: 'queued', attempts: 0, lastError: null });
  expect(await waitingJobs(id)).toBe(2);
  await ingestDocument(id, parts(), stays);
  expect((await row(id)).status).toBe('indexed');
});

test('a document that is deleted while it comes in leaves nothing', async () => {
  const id = await upload('들어오다가 지워지는 문서이다.');
  const { sha256 } = await row(id);
  const adminId = (await server.services.repositories.people.findByEmail('admin@test.example'))!.id;
  const { objectStore, searchIndex } = parts();
  const removed = new Promise<void>((resolve, reject) => {
    const stop = parts().documentUpdates.subscribe((update) => {
      if (update.documentId !== id || update.progress !== 40) return;
      stop();
      requestRemoval(id, adminId, parts())
        .then(() => removeDocument(id, parts()))
        .then(resolve, reject);
    });
  });
  await Promise.all([ingestDocument(id, parts(), stays), removed]);
  expect(await server.services.repositories.documents.findById(id)).toBeNull();
  expect(await searchIndex.countDocument(id)).toBe(0);
  expect(await objectStore.exists(sha256)).toBe(false);
});

test('the same content uploaded while its document is deleted keeps its file', async () => {
  const text = '지우면서 다시 올리는 문서이다.';
  const adminId = (await server.services.repositories.people.findByEmail('admin@test.example'))!.id;
  for (let round = 0; round < 5; round += 1) {
    const id = await upload(text);
    const { sha256 } = await row(id);
    await requestRemoval(id, adminId, parts());
    // It refuses to end where the upload stores the file in the same moment, and its job comes again.
    const removal = () => removeDocument(id, parts());
    const [again] = await Promise.all([upload(text), removal().catch(removal)]);
    expect(await parts().objectStore.exists(sha256)).toBe(true);
    await requestRemoval(again, adminId, parts());
    await removeDocument(again, parts());
    expect(await parts().objectStore.exists(sha256)).toBe(false);
  }
});
