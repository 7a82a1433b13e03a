import { randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import { startChild } from '../bench/benchChild.mjs';

const require = createRequire(import.meta.url);
const { createTestEnv } = require('../../dist/test/server.js');

/** Milliseconds a server that is told to end gives its answers: those of the scripted model end within it. */
const graceMs = 15_000;

/**
 * Server processes of one installation, on the services of the environment or embedded, with their database; `changes` are
 * of the settings. The embedding endpoint is left out: its pace would be what is measured.
 */
export async function openInstallation(changes) {
  const { env, remove } = await createTestEnv({
    embeddings: undefined,
    authSecret: randomBytes(32).toString('hex'),
    shutdownGraceMs: graceMs,
    ...changes,
  });
  // No jobs here, where they can be elsewhere.
  const role = env.database ? 'server' : 'all';
  const poolSize = 10;
  const settings = { ...env, processRole: role, database: env.database && { ...env.database, poolSize } };
  const nodes = [];
  const start = (port, { execArgv, core }) =>
    startChild(new URL('server.mjs', import.meta.url).href, {
      args: [JSON.stringify({ ...settings, port })],
      execArgv,
      core,
    });
  return {
    /** What it runs on, in words. */
    engines: [
      env.database ? 'PostgreSQL' : 'PGlite',
      env.openSearch ? 'OpenSearch' : 'MiniSearch',
      env.minio ? 'S3' : 'a folder',
    ].join(', '),
    /** Whether it can have more than one server process. */
    canHaveMany: Boolean(env.database),
    nodes,
    urls: () => nodes.map(({ ready }) => ready.url),
    async startNode(options = {}) {
      nodes.push(await start(0, options));
    },
    /** Ends each node in order, as a SIGTERM does, and starts it again on the same port and database. */
    async restart() {
      for (const [at, node] of nodes.entries()) {
        await node.end();
        nodes[at] = await start(Number(new URL(node.ready.url).port), {});
      }
    },
    async people(count, prefix = 'L') {
      return (await nodes[0].ask({ people: { count, prefix } })).tokens;
    },
    /** CPU milliseconds that all its nodes spend on `work`. */
    async cpuOf(work) {
      const spent = async () => (await Promise.all(nodes.map((node) => node.ask({ cpu: true })))).reduce(add);
      const before = await spent();
      await work();
      return (await spent()) - before;
    },
    async close() {
      for (const node of nodes) await node.end();
      await remove();
    },
  };
}

const add = (left, right) => left + right;
