import { callApi } from '../test/api';
import { openChat } from '../test/chatClient';
import { createAdmin, createPerson } from '../test/people';
import { startTestServer, type TestServer } from '../test/server';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server?.close());

test('a socket that only listens is cut when its person is deactivated, and no other is', async () => {
  const admin = await createAdmin(server);
  const [leaving, staying] = [
    await createPerson(server, admin, { role: 'rep' }),
    await createPerson(server, admin, { role: 'rep' }),
  ];
  const cut = await openChat(server.url, leaving.token);
  const kept = await openChat(server.url, staying.token);
  const ended = new Promise<string>((resolve) => cut.socket.once('disconnect', resolve));
  const answer = await callApi(server.url, 'PATCH', `/api/employees/${leaving.id}`, {
    token: admin,
    body: { active: false },
  });
  expect(answer.status).toBe(200);
  expect(await ended).toBe('io server disconnect');
  expect(kept.socket.connected).toBe(true);
  cut.close();
  kept.close();
});
