import type { ChatEvent } from '../shared/chat';
import { openChat, type ChatClient } from '../test/chatClient';
import { uploadDocument, waitForDocument } from '../test/documents';
import { createAdmin, createPerson } from '../test/people';
import { startTestServer, type TestServer } from '../test/server';

/** Two products of which either document answers a question about the elderly. */
const documents = {
  first: {
    title: '나루아픽정 제품정보',
    text: '나루아픽정의 권장 용량은 1회 5mg이다.\n나루아픽정은 80세 이상 노인에게 1회 2.5mg을 투여한다.',
  },
  second: {
    title: '나루리바정 노인 안내',
    text: '나루리바정의 권장 용량은 1회 20mg이다.\n노인은 나루리바정을 1회 15mg으로 줄인다.',
  },
};

let server: TestServer;
let chat: ChatClient;
const documentIds: Record<string, string> = {};

beforeAll(async () => {
  server = await startTestServer();
  await server.services.database.sequelize.query(`
    INSERT INTO products (code, brand, ingredient, reimbursed, therapeutic_class, unit_price) VALUES
    ('P1', '나루아픽정 5mg', '아픽사반', true, '항응고', 100), ('P2', '나루리바정 20mg', '리바록사반', true, '항응고', 100)`);
  const admin = await createAdmin(server);
  for (const [which, { title, text }] of Object.entries(documents)) {
    const { id } = await uploadDocument(server, admin, `${which}.txt`, text, { title });
    await waitForDocument(server, admin, id);
    documentIds[which] = id;
  }
  const rep = await createPerson(server, admin, { role: 'rep', team: '서울1팀' });
  chat = await openChat(server.url, rep.token);
});
afterAll(async () => {
  chat?.close();
  await server?.close();
});

const textOf = (events: ChatEvent[]) =>
  events.map((event) => (event.type === 'text-delta' ? event.text : '')).join('');
const citedFirst = (events: ChatEvent[]) => events.find((event) => event.type === 'citation')?.documentId;

test('a question that goes on from the last one is about what that one named', async () => {
  const first = await chat.ask('나루아픽정 용량은?');
  expect(textOf(first)).toContain('1회 5mg');

  const next = await chat.ask('그럼 노인은?', first[0]!.conversationId);
  expect(citedFirst(next)).toBe(documentIds.first);
  expect(textOf(next)).toContain('2.5mg');
  expect(textOf(next)).not.toContain('15mg');
});

test('with nothing said before, the same words are not about that product', async () => {
  expect(citedFirst(await chat.ask('그럼 노인은?'))).not.toBe(documentIds.first);
});

test('a question that names its own product is about that one', async () => {
  const first = await chat.ask('나루아픽정 용량은?');
  const next = await chat.ask('그럼 나루리바정은 노인에게 얼마나 줘?', first[0]!.conversationId);
  expect(citedFirst(next)).toBe(documentIds.second);
  expect(textOf(next)).toContain('15mg');
});
