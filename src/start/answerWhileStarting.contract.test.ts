import type { Problem } from '../shared/problem';
import type { Readiness } from '../shared/system';
import { callApi } from '../test/api';
import { freePort } from '../test/freePort';
import { createTestEnv } from '../test/server';
import { startServer } from './startServer';

test('a program that starts says so, to whoever asks whether it lives or serves', async () => {
  const port = await freePort();
  const { env, remove } = await createTestEnv({ port, host: '127.0.0.1' });
  const url = `http://127.0.0.1:${port}`;
  const starting = startServer(env, () => {});
  const readiness = async () => (await callApi<Readiness>(url, 'GET', '/readyz')).body.status;
  // Refused until it listens.
  let first: string | undefined;
  while (!first) first = await readiness().catch(() => undefined);
  const answers = await Promise.all([
    callApi(url, 'GET', '/healthz'),
    callApi<Problem>(url, 'GET', '/api/documents'),
  ]);
  const server = await starting;
  try {
    expect(first).toBe('starting');
    expect(answers.map(({ status }) => status)).toEqual([200, 503]);
    expect(answers[1].body.code).toBe('starting');
    expect(answers[1].headers.get('retry-after')).toBe('5');
    expect(await readiness()).toBe('ready');
  } finally {
    await server.close();
    await remove();
  }
});
