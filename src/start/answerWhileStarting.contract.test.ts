import { setTimeout as pause } from 'node:timers/promises';
import type { Problem } from '../shared/problem';
import type { Readiness } from '../shared/system';
import { callApi } from '../test/api';
import { freePort } from '../test/freePort';
import { createTestEnv } from '../test/server';
import { startServer } from './startServer';

test('a program that starts says so on each of its ports, to whoever asks whether it lives or serves', async () => {
  const [port, metricsPort] = [await freePort(), await freePort()];
  const { env, remove } = await createTestEnv({ port, metricsPort, host: '127.0.0.1' });
  const [url, operatorUrl] = [`http://127.0.0.1:${port}`, `http://127.0.0.1:${metricsPort}`];
  const starting = startServer(env, () => {});
  const readiness = async (address: string) =>
    (await callApi<Readiness>(address, 'GET', '/readyz')).body.status;
  const firstReadiness = async (address: string) => {
    let first: string | undefined;
    // Refused until it listens.
    while (!first) first = await readiness(address).catch(() => undefined);
    return first;
  };
  const first = await Promise.all([firstReadiness(url), firstReadiness(operatorUrl)]);
  const answers = await Promise.all([
    callApi(url, 'GET', '/healthz'),
    callApi<Problem>(url, 'GET', '/api/documents'),
    callApi(operatorUrl, 'GET', '/healthz'),
  ]);
  const server = await starting;
  try {
    expect(first).toEqual(['starting', 'starting']);
    expect(answers.map(({ status }) => status)).toEqual([200, 503, 200]);
    expect(answers[1].body.code).toBe('starting');
    expect(answers[1].headers.get('retry-after')).toBe('5');
    // A part may take longer to answer than a probe waits, on a machine that has much to do.
    for (const address of [url, operatorUrl]) while ((await readiness(address)) !== 'ready') await pause(100);
  } finally {
    await server.close();
    await remove();
  }
});
