import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { QueryTypes } from 'sequelize';
import { allRoutes } from '../../app';
import { chatEvents } from '../../sockets/chatHandlers';
import { callApi } from '../api';
import { openChat } from '../chatClient';
import { patienceMs } from '../patience';
import { fillPath, routeCalls, type RouteCall } from './routeCalls';
import { socketCalls } from './socketCalls';
import {
  buildWalkedWorld,
  firstAdmin,
  signInFirstAdmin,
  startWalkedServer,
  type WalkedServer,
  type WalkedWorld,
} from './walkedWorld';

let server: WalkedServer;
let world: WalkedWorld;

/** What a call comes to while nothing can be recorded, and what it changed. */
interface Tried {
  status: number;
  code?: string;
  changed: string[];
}

/** Calls that can be made only once. */
const made = new Map<string, Tried>();

beforeAll(async () => {
  server = await startWalkedServer();
  await sql(`
    CREATE FUNCTION refuse_records() RETURNS trigger LANGUAGE plpgsql AS $refuse$
    BEGIN RAISE EXCEPTION 'nothing can be written to system_trace_logs'; END $refuse$;
    CREATE TRIGGER records_refused BEFORE INSERT ON system_trace_logs
      FOR EACH ROW EXECUTE FUNCTION refuse_records();
    ALTER TABLE system_trace_logs DISABLE TRIGGER records_refused;`);
  const setUp = { token: server.setupToken, body: firstAdmin };
  made.set('post /init-admin', await whileBroken(() => callCode('POST', '/init-admin', setUp)));
  await callApi(server.url, 'POST', '/init-admin', setUp);
  world = await buildWalkedWorld(server, await signInFirstAdmin(server));
});
afterAll(() => server?.close());

const sql = <Row extends object>(statement: string) =>
  server.services.database.sequelize.query<Row>(statement, { type: QueryTypes.SELECT });

async function callCode(method: string, path: string, call: RouteCall) {
  const { token, body, form, headers } = call;
  const answer = await callApi<{ code?: string } | null>(server.url, method, path, {
    token,
    body,
    form,
    headers,
  });
  return { status: answer.status, code: answer.body?.code };
}

/** Makes a call while no record can be written. */
async function whileBroken(call: () => Promise<{ status: number; code?: string }>): Promise<Tried> {
  await untilIdle();
  const before = await fingerprint();
  await sql('ALTER TABLE system_trace_logs ENABLE TRIGGER records_refused');
  try {
    const answer = await call();
    const after = await fingerprint();
    const changed = Object.keys({ ...before, ...after }).filter((part) => before[part] !== after[part]);
    return { ...answer, changed };
  } finally {
    await sql('ALTER TABLE system_trace_logs DISABLE TRIGGER records_refused');
  }
}

/** Until no job is left that would change something by itself. */
async function untilIdle(): Promise<void> {
  for (const deadline = Date.now() + patienceMs; Date.now() < deadline; await pause(50)) {
    const [left] = await sql<{ jobs: number }>(
      `SELECT (SELECT count(*) FROM turns_to_review)::integer + count(*)::integer AS jobs FROM pgboss.job
       WHERE state IN ('created', 'retry', 'active') AND start_after <= now()`,
    );
    if (left!.jobs === 0) return;
  }
  throw new Error('jobs do not come to an end');
}

/** What everything holds, part by part, but the audit's own tables, and tries at passwords: those count before they are made. */
async function fingerprint(): Promise<Record<string, string>> {
  const tables = await sql<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'
       AND tablename NOT IN ('system_trace_logs', 'audit_seals', 'sign_in_tries') ORDER BY tablename`,
  );
  const rows = await sql<{ name: string; hash: string }>(
    [...tables.map(({ name }) => `"${name}"`), 'pgboss.job']
      .map(
        (table) =>
          `SELECT '${table}' AS name, count(*) || ' ' || coalesce(md5(string_agg(each::text, ' ' ORDER BY each::text)), '')
             AS hash FROM ${table} AS each`,
      )
      .join(' UNION ALL '),
  );
  const { objectStore, searchIndex } = server.services.ingestion;
  const objects: string[] = [];
  for await (const { key } of objectStore.list()) objects.push(key);
  const documents = await sql<{ id: string }>('SELECT id FROM documents ORDER BY id');
  const indexed = await Promise.all(documents.map(({ id }) => searchIndex.countDocument(id)));
  const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
  return {
    ...Object.fromEntries(rows.map(({ name, hash }) => [name, hash])),
    objects: hashOf(objects.sort().join()),
    index: hashOf(indexed.join()),
  };
}

const refused: Tried = { status: 503, code: 'audit_unavailable', changed: [] };

test('no route does anything, or tells anything, that cannot be recorded', async () => {
  const wrong: unknown[] = [];
  for (const { method, path, record } of allRoutes(server.services)) {
    // What is counted is nobody's: it is served, and its count is kept until it can be written.
    if (record === 'count') continue;
    const key = `${method} ${path}`;
    const call = made.has(key) ? {} : await routeCalls[key]!(world);
    const tried =
      made.get(key) ??
      (await whileBroken(() =>
        callCode(method.toUpperCase(), fillPath(path, call), { token: world.admin, ...call }),
      ));
    if (JSON.stringify(tried) !== JSON.stringify(refused)) wrong.push([key, tried]);
  }
  expect(wrong).toEqual([]);
});

test('no event of a socket does anything that cannot be recorded', async () => {
  const client = await openChat(server.url, world.rep.token);
  const wrong: unknown[] = [];
  for (const { name } of chatEvents(server.services.chat)) {
    const payload = await socketCalls[name]!(world);
    const told = client.events.length;
    const tried = await whileBroken(async () => {
      const ack = await client.socket.timeout(30_000).emitWithAck(name, payload as never);
      return { status: ack.ok ? 200 : 503, code: ack.ok ? undefined : ack.error.code };
    });
    if (JSON.stringify(tried) !== JSON.stringify(refused) || client.events.length > told)
      wrong.push([name, tried, client.events.slice(told)]);
  }
  client.close();
  expect(wrong).toEqual([]);
});

test('nobody is let in by a socket without a record of it', async () => {
  const tried = await whileBroken(() =>
    openChat(server.url, world.rep.token).then(
      () => ({ status: 200 }),
      (error: unknown) => ({ status: 503, code: (error as { data?: { code: string } }).data?.code }),
    ),
  );
  expect(tried).toEqual(refused);
});
