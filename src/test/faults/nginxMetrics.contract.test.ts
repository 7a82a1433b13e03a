import { startTestServer, type TestServer } from '../server';
import { nginxIsInstalled, startNginx } from './startedNginx';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server?.close());

const reason = nginxIsInstalled ? '' : ' (left out: nginx is not installed)';

(reason === '' ? test : test.skip).each(['sticky.conf', 'websocket-only.conf'])(
  `%s hands on no figures of operators, however their path is written${reason}`,
  async (file) => {
    const { host } = new URL(server.url);
    const nginx = await startNginx(file, [host, host]);
    try {
      const written = [
        '/metrics',
        '/metrics/',
        '/METRICS',
        '/Metrics/',
        '/%6Detrics/',
        '//metrics/',
        '/metrics?x=1',
      ];
      const statuses = await Promise.all(
        written.map(async (path) => {
          const { status } = await fetch(`${nginx.url}${path}`);
          return [path, status];
        }),
      );
      expect(statuses).toEqual(written.map((path) => [path, 404]));
      expect((await fetch(`${nginx.url}/api/status`)).status).toBe(200);
    } finally {
      await nginx.stop();
    }
  },
);
