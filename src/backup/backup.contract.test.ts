import { execFile } from 'node:child_process';
import { appendFile, mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { QueryTypes, type Sequelize } from 'sequelize';
import type { Env } from '../env';
import { startServer, type RunningServer } from '../start/startServer';
import { openDatabase } from '../storage/database/openDatabase';
import { createHeadStores } from '../storage/auditHeads/createHeadStores';
import { createObjectStore } from '../storage/objectStore/createObjectStore';
import { callApi } from '../test/api';
import { openChat } from '../test/chatClient';
import { describeDatabase } from '../test/describeDatabase';
import { uploadDocument, waitForDocument } from '../test/documents';
import { serviceSettings } from '../test/faults/startedWorker';
import { importCompany, runImportFile } from '../test/imports';
import { patienceMs } from '../test/patience';
import { createAdmin, createPerson, signIn } from '../test/people';
import { createTestEnv, type TestEnv } from '../test/server';
import { serviceEnv } from '../test/services';

const run = promisify(execFile);
const root = path.join(__dirname, '..', '..');

/** The built command, as `npm run backup -- FOLDER` runs it. */
async function runCommand(name: 'backup' | 'restore' | 'verifyAudit', env: Env, ...given: string[]) {
  const settings = { DATA_DIR: env.dataDir, ...serviceSettings(env) };
  const { PATH, HOME } = process.env;
  return run(process.execPath, [path.join(root, 'dist', 'cli', `${name}.js`), ...given], {
    cwd: root,
    env: { PATH, HOME, ...settings },
  });
}

/** What the command says where it refuses. */
async function refusalOf(...call: Parameters<typeof runCommand>): Promise<string> {
  try {
    await runCommand(...call);
  } catch (error) {
    return (error as { stderr: string }).stderr;
  }
  throw new Error('the command did its work');
}

/** Everything the stores of an installation hold that is not derived. */
async function describeStores(env: Env): Promise<string[]> {
  const database = await openDatabase(env);
  const lines = await describeDatabase(database.sequelize);
  await database.close();
  const store = createObjectStore(env);
  for await (const { key } of store.list()) {
    const content = await buffer(await store.get(key));
    lines.push(`file ${key} ${createHash('sha256').update(content).digest('hex')}`);
  }
  await store.close();
  const heads = await createHeadStores(env)[0]!.read();
  return [...lines, ...heads.map(({ name, text }) => `head ${name} ${text}`)].sort();
}

/** What a person gets to see: the same on the old installation and the new one. */
async function describeAnswers({ url }: Pick<RunningServer, 'url'>, admin: string) {
  const get = async (address: string) =>
    (await callApi<unknown>(url!, 'GET', address, { token: admin })).body;
  const search = await callApi<{ items: { chunkId: string; text: string }[] }>(url!, 'POST', '/api/search', {
    token: admin,
    body: { query: '반품은 며칠 안에 하나요?' },
  });
  return {
    passages: search.body.items.map(({ chunkId, text }) => ({ chunkId, text })),
    documents: await get('/api/documents'),
    employees: await get('/api/employees'),
    customers: await get('/api/customers'),
  };
}

let source: TestEnv;
let target: TestEnv;
let folder: string;
/** E-mail address of somebody who asks. */
let email: string;

beforeAll(async () => {
  source = await createTestEnv();
  target = await createTestEnv({}, 'bare');
  folder = await mkdtemp(path.join(os.tmpdir(), 'narutalk-backup-'));
});
afterAll(async () => {
  await source.remove();
  await target.remove();
  await rm(folder, { recursive: true });
});

/** An installation in use: people, figures, documents of which one cannot be read, chats, opinions, a file of an export. */
async function use(server: RunningServer): Promise<{ admin: string; seen: unknown }> {
  const address = { url: server.url!, setupToken: server.services.setupToken };
  const admin = await createAdmin(address);
  await importCompany(address, admin);
  const sales = ['soldOn,employeeNo,customerCode,productCode,quantity,amount', '2026-11-02,E1,C1,P1,3,30000'];
  await runImportFile(address, admin, 'sales', sales);
  for (const [name, text] of [
    ['반품.txt', '반품은 구입 후 30일 안에 한다.\n\t탭과 \\N 과 "따옴표"도 그대로 남는다.'],
    ['교환.txt', '교환은 이레 안에 한다.'],
  ] as const) {
    const { id } = await uploadDocument(address, admin, name, text);
    await waitForDocument(address, admin, id);
  }
  const broken = await uploadDocument(address, admin, 'broken.pdf', '%PDF-1.4 이것은 PDF가 아니다');
  await waitForDocument(address, admin, broken.id);
  const rep = await createPerson(address, admin, { role: 'rep' });
  const chat = await openChat(address.url, rep.token);
  const events = await chat.ask('반품은 며칠 안에 하나요?');
  await chat.ask('교환은요?', events[0]!.conversationId);
  await chat.socket.emitWithAck('chat:feedback', { turnId: events[0]!.turnId, rating: 'down' });
  chat.close();
  email = rep.email;
  return { admin, seen: await describeAnswers(server, admin) };
}

test('what was backed up comes back onto empty stores without a difference, and answers as before', async () => {
  const server = await startServer(source.env, () => {});
  const { admin, seen } = await use(server);
  await server.close();
  const kept = await describeStores(source.env);
  expect(kept.filter((line) => line.startsWith('rows of') && !/: 0 /.test(line)).length).toBeGreaterThan(25);
  expect(kept.filter((line) => line.startsWith('file ')).length).toBeGreaterThan(2);

  await runCommand('backup', source.env, path.join(folder, 'first'));
  await run('sha256sum', ['--quiet', '--check', 'checksums.sha256'], { cwd: path.join(folder, 'first') });
  await runCommand('restore', target.env, path.join(folder, 'first'));
  expect(await describeStores(target.env)).toEqual(kept);
  expect((await runCommand('verifyAudit', target.env)).stdout).toContain('all as written');

  const restored = await startServer(target.env, () => {});
  try {
    await signIn(restored.url!, email);
    expect(await describeAnswers(restored, admin)).toEqual(seen);
    // Work goes on where it was: no number is given twice.
    const { id } = await uploadDocument({ url: restored.url! }, admin, 'new.txt', '새 문서도 들어온다.');
    expect(await waitForDocument({ url: restored.url! }, admin, id)).toMatchObject({ status: 'indexed' });
  } finally {
    await restored.close();
  }
});

test('nothing that is there is replaced, and a backup that was changed is not restored', async () => {
  const first = path.join(folder, 'first');
  expect(await refusalOf('restore', target.env, first)).toContain('is not empty');
  expect(await refusalOf('backup', source.env, first)).toContain('is not empty');
  expect(await refusalOf('restore', target.env, folder)).toContain('is no backup');
  const [one] = await readdir(path.join(first, 'objects'));
  const [file] = await readdir(path.join(first, 'objects', one!));
  await appendFile(path.join(first, 'objects', one!, file!), ' ');
  expect(await refusalOf('restore', target.env, first)).toContain('is not as it was written');
});

// The embedded database has one process: it is backed up while the program stands still.
(serviceEnv().database ? test : test.skip)(
  'a backup taken while people ask is of one moment: it restores, and the audit is whole',
  async () => {
    const server = await startServer(source.env, () => {});
    const busy = await createTestEnv({}, 'bare');
    const database = await openDatabase(source.env);
    try {
      const chat = await openChat(server.url!, await signIn(server.url!, email));
      const { asking, backingUp } = await database.sequelize.transaction(async (transaction) => {
        await database.sequelize.query('LOCK TABLE "SequelizeMeta"', { transaction });
        const backup = runCommand('backup', source.env, path.join(folder, 'busy'));
        await someoneWaitsForALock(database.sequelize);
        // The rows are read as they were: what follows, and the head that is kept of it, comes too late for this backup.
        const moment = new Date();
        await chat.ask('하나');
        const more = Promise.all(['둘', '셋'].map((question) => chat.ask(question)));
        await newHeadIsKept(source.env, moment);
        return { asking: more, backingUp: backup };
      });
      await backingUp;
      await asking;
      chat.close();
      await runCommand('restore', busy.env, path.join(folder, 'busy'));
      expect((await runCommand('verifyAudit', busy.env)).stdout).toContain('all as written');
    } finally {
      await database.close();
      await server.close();
      await busy.remove();
    }
  },
);

async function someoneWaitsForALock(sequelize: Sequelize): Promise<void> {
  for (const deadline = Date.now() + patienceMs; Date.now() < deadline; await pause(50)) {
    const waiting = await sequelize.query(
      `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      { type: QueryTypes.SELECT },
    );
    if (waiting.length > 0) return;
  }
  throw new Error('nobody waits');
}

/** Settled when the file store has a head of what was sealed later than `moment`. */
async function newHeadIsKept(env: Env, moment: Date): Promise<void> {
  const [store] = createHeadStores(env);
  for (const deadline = Date.now() + patienceMs; Date.now() < deadline; await pause(200)) {
    const heads = (await store!.read()).map(({ text }) => JSON.parse(text) as { sealedAt: string });
    if (heads.some(({ sealedAt }) => new Date(sealedAt) > moment)) return;
  }
  throw new Error('no head was kept');
}
