import { closeRawHttp, sendRaw } from '../test/faults/rawHttp';
import { startTestServer, type TestServer } from '../test/server';
import { callsPerMinute } from './rateLimit';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ trustProxyHops: 1 });
});
afterAll(async () => {
  closeRawHttp();
  await server?.close();
});

const statusOf = async (forwardedFor: string) =>
  (await sendRaw(server.url, '/healthz', { headers: { 'x-forwarded-for': forwardedFor } })).status;

test('an address has so many calls a minute, whatever it says of itself, and no other pays for it', async () => {
  // The proxy adds who it was asked by; what stands before that, the sender made up.
  for (let sent = 0; sent < callsPerMinute; sent += 500)
    await Promise.all(
      Array.from({ length: 500 }, (_none, at) => statusOf(`10.9.${sent / 500}.${at % 250}, 10.0.0.1`)),
    );
  const refused = await sendRaw(server.url, '/healthz', {
    headers: { 'x-forwarded-for': '10.9.9.9, 10.0.0.1' },
  });
  expect(refused).toMatchObject({ status: 429, headers: { 'retry-after': '60' } });
  expect(JSON.parse(refused.body.toString())).toMatchObject({ code: 'too_many_requests' });
  expect(await statusOf('10.0.0.2')).toBe(200);
});
