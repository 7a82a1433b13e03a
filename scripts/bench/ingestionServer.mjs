// Child of ingestionCost.mjs and eventLoopDelay.mjs: a server of its own, or, given the settings of one, its worker. Tells how
// long its event loop was held up.
import { createRequire } from 'node:module';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { serveParent } from './benchChild.mjs';

const require = createRequire(import.meta.url);
const { startTestServer } = require('../../dist/test/server.js');
const { startServer } = require('../../dist/start/startServer.js');
const { createAdmin } = require('../../dist/test/people.js');

/** Milliseconds between two looks; each delay counts from the look before, so none is shorter than this. */
const resolution = 2;
const delay = monitorEventLoopDelay({ resolution });

const { settings, workerOf } = JSON.parse(process.argv[2]);
const server = workerOf ? await startServer(workerOf, () => {}) : await startTestServer(settings);
const token = workerOf ? null : await createAdmin(server);

serveParent(
  { url: server.url, token, env: server.env },
  {
    watchDelay() {
      delay.reset();
      delay.enable();
    },
    delay() {
      delay.disable();
      return { p99: delay.percentile(99) / 1e6, longest: delay.max / 1e6 };
    },
  },
  () => server.close(),
);
