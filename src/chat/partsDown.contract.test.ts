import { setTimeout as pause } from 'node:timers/promises';
import type { PartStatus, Readiness } from '../shared/system';
import { callApi } from '../test/api';
import { openChat, type ChatClient } from '../test/chatClient';
import { startCuttableProxy, type CuttableProxy } from '../test/cuttableProxy';
import { createTestDatabase } from '../test/database';
import { uploadDocument, waitForDocument } from '../test/documents';
import { createAdmin, createPerson } from '../test/people';
import { serviceEnv } from '../test/services';
import { startTestServer, type TestServer } from '../test/server';
import { patienceMs } from '../test/patience';

const services = serviceEnv();

/** Asks until the answer fits: how long a client of a server takes to come back is its own matter. */
async function eventually(fits: () => Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + patienceMs; Date.now() < deadline; await pause(200)) {
    if (await fits()) return;
  }
  throw new Error('it did not come back');
}

async function isOk(server: TestServer, part: PartStatus['name']): Promise<boolean | undefined> {
  const { body } = await callApi<Readiness>(server.url, 'GET', '/readyz');
  return body.parts.find(({ name }) => name === part)?.ok;
}

/** Which part is cut, what is asked for meanwhile and what is answered. Only real servers can be away. */
const cases = [
  {
    part: 'searchIndex' as const,
    configured: services.openSearch,
    change: (url: string) => ({ openSearch: { ...services.openSearch!, url } }),
    path: '/api/search',
    code: 'search_unavailable',
  },
  {
    part: 'objectStore' as const,
    configured: services.minio && { url: services.minio.endpoint },
    change: (url: string) => ({ minio: { ...services.minio!, endpoint: url } }),
    path: '/api/documents',
    code: 'file_store_unavailable',
  },
].filter(({ configured }) => configured);

// Embedded parts are in the program itself: there the list is empty.
cases.forEach(({ part, configured, change, path, code }) =>
  describe(`${part} away`, () => {
    let proxy: CuttableProxy;
    let server: TestServer;
    let admin: string;

    beforeAll(async () => {
      proxy = await startCuttableProxy(configured!.url);
      server = await startTestServer(change(proxy.url));
      admin = await createAdmin(server);
    });
    afterAll(async () => {
      proxy.join();
      await server.close();
      await proxy.close();
    });

    test('is said in words, nothing else stops, and it comes back by itself', async () => {
      const call = () => {
        if (path === '/api/search')
          return callApi(server.url, 'POST', path, { token: admin, body: { query: '보관' } });
        const form = new FormData();
        form.set('file', new Blob([`문서 ${Math.random()}`]), 'a.txt');
        return callApi(server.url, 'POST', path, { token: admin, form });
      };
      expect((await call()).status).toBeLessThan(300);
      proxy.cut();
      const refused = await call();
      expect([refused.status, refused.body.code]).toEqual([503, code]);
      expect(await isOk(server, part)).toBe(false);
      expect((await callApi(server.url, 'GET', '/api/auth/me', { token: admin })).status).toBe(200);
      proxy.join();
      await eventually(async () => (await call()).status < 300);
      expect(await isOk(server, part)).toBe(true);
    });

    test('documents wait in the queue and are indexed afterwards', async () => {
      const { id } = await uploadDocument(server, admin, 'queued.txt', `대기열에서 기다린 문서 ${part}`);
      proxy.cut();
      await pause(1_500);
      proxy.join();
      await eventually(async () => (await isOk(server, part)) === true);
      expect((await waitForDocument(server, admin, id)).status).toBe('indexed');
    });
  }),
);

// Embedded, there is no database that could be away from the program.
(services.database ? describe : describe.skip)('database away', () => {
  let proxy: CuttableProxy;
  let server: TestServer;
  let chat: ChatClient;
  let token: string;

  beforeAll(async () => {
    const database = await createTestDatabase();
    proxy = await startCuttableProxy(database.settings.database!.url);
    server = await startTestServer({}, 'migrated', {
      ...database,
      settings: { ...database.settings, database: { ...database.settings.database!, url: proxy.url } },
    });
    ({ token } = await createPerson(server, await createAdmin(server), { role: 'rep' }));
    chat = await openChat(server.url, token);
  });
  afterAll(async () => {
    chat.close();
    proxy.join();
    await server.close();
    await proxy.close();
  });

  test('calls and questions are refused in words, and both work again afterwards', async () => {
    proxy.cut();
    const refused = await callApi(server.url, 'GET', '/api/conversations', { token });
    expect([refused.status, refused.body.code]).toEqual([503, 'database_unavailable']);
    expect(await chat.send('안녕하세요')).toMatchObject({
      ok: false,
      error: { code: 'database_unavailable' },
    });
    expect((await callApi(server.url, 'GET', '/healthz')).status).toBe(200);
    proxy.join();
    await eventually(
      async () => (await callApi(server.url, 'GET', '/api/conversations', { token })).status === 200,
    );
    expect((await chat.send('안녕하세요')).ok).toBe(true);
  });
});
