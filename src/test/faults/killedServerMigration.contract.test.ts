import { setTimeout as pause } from 'node:timers/promises';
import { QueryTypes } from 'sequelize';
import type { Problem } from '../../shared/problem';
import type { MigrationRunDto, Readiness } from '../../shared/system';
import { openDatabase } from '../../storage/database/openDatabase';
import { callApi } from '../api';
import {
  newDataDir,
  programEnvironment,
  removeDataDir,
  startProgram,
  type StartedProgram,
} from '../e2e/startedProgram';
import { patienceMs } from '../patience';
import { serviceEnv } from '../services';
import { type Schema, schemaOf } from './schemaOf';

/** Kills in all; `npm run test:faults` asks for more, of which ten are enough here. */
const rounds = Math.min(Number(process.env.NARUTALK_FAULT_ROUNDS ?? 1), 10);

const token = 'the-set-up-token-of-a-test';
const settings = {
  ...{ NODE_ENV: 'production', DEMO: '0', LOG_LEVEL: 'fatal', SHUTDOWN_GRACE_SECONDS: '0' },
  ...{ AUTH_SECRET: 'a secret of a test, long enough to sign with', SETUP_TOKEN: token },
};

/** Processes of one installation: two on PostgreSQL, one where the database is embedded. */
const nodeCount = serviceEnv().database ? 2 : 1;

const counts = { asked: 0, kills: 0, refused: 0, cutOff: 0, whole: 0 };

/** What is left where nobody is killed, and how long it takes. */
let whole: Schema;
let wholeMs: number;

let dataDir: string;
/** Those that run. */
let nodes: StartedProgram[] = [];

beforeAll(async () => {
  dataDir = await newDataDir();
  nodes = [await startProgram(dataDir, settings)];
  const begun = performance.now();
  expect((await migrate(nodes[0]!)).status).toBe(200);
  wholeMs = performance.now() - begun;
  await stopAll();
  whole = await schemaOf(await settingsOf());
  await removeDataDir(dataDir);
}, 300_000);
beforeEach(async () => {
  dataDir = await newDataDir();
});
afterEach(async () => {
  await stopAll();
  await removeDataDir(dataDir);
});
afterAll(() => console.log(`killed while two were asked to migrate: ${JSON.stringify(counts)}`));

const migrate = ({ url }: StartedProgram) =>
  callApi<MigrationRunDto & Partial<Problem>>(url, 'POST', '/admin/migrate', { token });

async function settingsOf() {
  const { DATABASE_URL: url } = await programEnvironment(dataDir);
  return { dataDir, ...(url ? { database: { url, poolSize: 2 } } : {}) };
}

const moments = Array.from({ length: rounds }, (_, round) => {
  // In the first half: who has migrated once is faster the next time.
  const part = Math.random() / 2;
  return [`round ${round + 1}, after ${Math.round(part * 100)} % of the time`, part] as const;
});

test.each(moments)(
  'two calls to migrate at once, and the process of one is killed: the schema is whole, and was made once (%s)',
  async (_title, part) => {
    while (nodes.length < nodeCount) nodes.push(await startProgram(dataDir, settings));
    const asked = [0, 1].map((call) => migrate(nodes[call % nodeCount]!).catch(() => null));
    counts.asked += asked.length;
    // Who answers first was refused, and the other one is at it. One process alone is at both.
    const first = nodeCount === 1 ? 0 : await Promise.race(asked.map((call, at) => call.then(() => at)));
    await pause(part * wholeMs);
    const [victim] = nodes.splice((first + 1) % nodeCount, 1);
    await victim!.kill();
    counts.kills += 1;
    for (const answer of await Promise.all(asked)) {
      if (answer === null) counts.cutOff += 1;
      else if (answer.status !== 200) {
        expect([answer.status, answer.body.code]).toEqual([409, 'migration_running']);
        counts.refused += 1;
      }
    }

    nodes.unshift(await startProgram(dataDir, settings));
    await migrateWhenFree(nodes[0]!);
    for (const { url } of nodes) {
      expect((await callApi<Readiness>(url, 'GET', '/readyz')).body.status).toBe('ready');
    }
    await stopAll();
    expect(await schemaOf(await settingsOf())).toEqual(whole);
    expect(await timesRecorded()).toBe(1);
    counts.whole += 1;
  },
  300_000,
);

test('those that were killed had not answered before', () => {
  expect(counts.cutOff).toBeGreaterThanOrEqual(Math.floor(rounds / 2));
});

async function stopAll(): Promise<void> {
  for (const node of nodes.splice(0)) await node.stop();
}

/** The database may take a moment to see that whoever held the lock is gone. */
async function migrateWhenFree(node: StartedProgram): Promise<void> {
  for (const deadline = Date.now() + patienceMs; ; await pause(100)) {
    const { status, body } = await migrate(node);
    if (status === 200) return;
    expect([status, body.code]).toEqual([409, 'migration_running']);
    if (Date.now() > deadline) throw new Error('the lock of the killed process was not let go of');
  }
}

/** How often the audit says that migrations were run. */
async function timesRecorded(): Promise<number> {
  const database = await openDatabase(await settingsOf());
  try {
    const [row] = await database.sequelize.query<{ times: number }>(
      `SELECT count(*)::integer AS times FROM system_trace_logs WHERE name = 'migrations.run'`,
      { type: QueryTypes.SELECT },
    );
    return row!.times;
  } finally {
    await database.close();
  }
}
