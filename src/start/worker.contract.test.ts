import { openChat } from '../test/chatClient';
import { uploadDocument, waitForDocument } from '../test/documents';
import { readFigures } from '../test/figures';
import { createAdmin } from '../test/people';
import { startTestServer, type TestServer } from '../test/server';
import { serviceEnv } from '../test/services';
import { startServer, type RunningServer } from './startServer';

// The embedded database has one process, so there is no worker apart from the server.
(serviceEnv().database ? describe : describe.skip)('a server and a worker', () => {
  let server: TestServer;
  let worker: RunningServer;

  beforeAll(async () => {
    server = await startTestServer({ processRole: 'server' });
    worker = await startServer({ ...server.env, processRole: 'worker', metricsPort: 0 }, () => {});
  });
  afterAll(async () => {
    await worker.close();
    await server.close();
  });

  test('share the work: what one accepts the other indexes, and says so on the sockets', async () => {
    const admin = await createAdmin(server);
    const chat = await openChat(server.url, admin);
    const indexed = new Promise<string>((resolve) => {
      chat.socket.on('document:updated', (update) => {
        if (update.status === 'indexed') resolve(update.documentId);
      });
    });
    expect(worker.url).toBeNull();
    const { id } = await uploadDocument(server, admin, 'shared.txt', '서버가 받고 작업자가 색인한 문서이다.');
    expect(await indexed).toBe(id);
    expect((await waitForDocument(server, admin, id)).status).toBe('indexed');
    chat.close();
  });

  test('a worker answers operators on a port of its own, and nobody else', async () => {
    const ask = (address: string) => fetch(`${worker.operatorUrl}${address}`);
    expect((await ask('/healthz')).status).toBe(200);
    expect(await (await ask('/readyz')).json()).toMatchObject({ status: 'ready' });
    const figures = await readFigures(worker.operatorUrl!);
    const role = [...figures.keys()].find((name) => name.startsWith('narutalk_build_info'));
    expect(role).toContain('role="worker"');
    expect(figures.get('narutalk_jobs_total{outcome="done",queue="documents.ingest"}')).toBe(1);
    for (const address of ['/api/status', '/', '/api/documents'])
      expect([address, (await ask(address)).status]).toEqual([address, 404]);
    expect(server.operatorUrl).toBeNull();
  });
});
