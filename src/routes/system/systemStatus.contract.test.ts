import { readEnv, settingsSchema } from '../../env';
import { limitKeys, type LimitsDto } from '../../shared/limits';
import type { SystemStatus } from '../../shared/system';
import { callApi } from '../../test/api';
import { openChat } from '../../test/chatClient';
import { createAdmin, createPerson } from '../../test/people';
import { startTestServer, type TestServer } from '../../test/server';

let server: TestServer;
let admin: string;
const { chatLimits } = readEnv({});

beforeAll(async () => {
  server = await startTestServer({
    chatLimits: { ...chatLimits, person: { ...chatLimits.person, perMinute: 7, dailyTokens: null } },
  });
  admin = await createAdmin(server);
});
afterAll(() => server.close());

const read = async <Body>(path: string) =>
  (await callApi<Body>(server.url, 'GET', path, { token: admin })).body;

test('the status says what runs, what waits and what is connected', async () => {
  const rep = await createPerson(server, admin, { role: 'rep' });
  const before = await read<SystemStatus>('/api/system/status');
  expect(before).toMatchObject({
    readiness: { status: 'ready' },
    pendingMigrations: [],
    sockets: 0,
    questions: 0,
    chatModel: { name: 'narutalk-offline-planner', isPlanner: true },
    searchIndex: { documents: 0 },
    failedDocuments: 0,
  });
  expect(before.databaseBytes).toBeGreaterThan(1_000_000);
  expect(before.disk.totalBytes).toBeGreaterThan(before.disk.freeBytes);
  expect(Date.parse(before.startedAt)).toBeLessThanOrEqual(Date.now());

  const chat = await openChat(server.url, rep.token);
  await chat.ask('안녕하세요');
  const { sockets, chatModel } = await read<SystemStatus>('/api/system/status');
  expect([sockets, chatModel.lastQuarter.failed]).toEqual([1, 0]);
  expect(chatModel.lastQuarter.calls).toBeGreaterThan(0);
  chat.close();
});

test('every limit is told as it is set, with a setting that exists', async () => {
  const { items } = await read<LimitsDto>('/api/limits');
  expect(items.map(({ key }) => key)).toEqual(Object.values(limitKeys).flat());
  const byKey = Object.fromEntries(items.map((item) => [item.key, item]));
  expect(byKey.questionsPerMinute).toMatchObject({ value: 7, variable: 'CHAT_QUESTIONS_PER_MINUTE' });
  expect(byKey.dailyTokens).toMatchObject({ value: null, unit: 'tokens' });
  expect(byKey.uploadBytes).toMatchObject({ variable: null, unit: 'bytes' });
  const names = Object.keys(settingsSchema.shape);
  expect(items.flatMap(({ variable }) => variable ?? []).filter((name) => !names.includes(name))).toEqual([]);
});
