import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { clientEvents, serverEvents } from '../../shared/socketEvents';
import { chatEvents } from '../../sockets/chatHandlers';
import { callApi } from '../../test/api';
import { openChat } from '../../test/chatClient';
import { createAdmin } from '../../test/people';
import { startTestServer, type TestServer } from '../../test/server';

interface Message {
  name: string;
  payload: object;
  examples: { payload: unknown }[];
}
interface Description {
  operations: Record<string, { action: string; messages: { $ref: string }[] }>;
  components: { messages: Record<string, Message> };
}

let server: TestServer;
let description: Description;
let ajv: Ajv2020;

beforeAll(async () => {
  server = await startTestServer();
  description = (await callApi<Description>(server.url, 'GET', '/api/asyncapi.json')).body;
  ajv = new Ajv2020({ strict: false });
  addFormats(ajv);
  ajv.addSchema(description, 'asyncapi');
});
afterAll(() => server.close());

const check = (key: string) => ajv.getSchema(`asyncapi#/components/messages/${key}/payload`)!;

test('it is a description as AsyncAPI 3.0 defines one', () => {
  const definition = JSON.parse(
    readFileSync(require.resolve('@asyncapi/specs/schemas/3.0.0.json'), 'utf8'),
  ) as object;
  const draft7 = new Ajv({ strict: false, validateFormats: false, meta: false, validateSchema: false });
  const validate = draft7.compile(definition);
  expect([validate(description), validate.errors]).toEqual([true, null]);
});

test('it has every event of both sides, with the schemas the server checks by', () => {
  const names = Object.values(description.components.messages).map(({ name }) => name);
  expect(new Set(names)).toEqual(new Set([...Object.keys(clientEvents), ...Object.keys(serverEvents)]));
  for (const { name, schema } of chatEvents(server.services.chat))
    expect(clientEvents[name].payload).toBe(schema);
  expect(
    chatEvents(server.services.chat)
      .map(({ name }) => name)
      .sort(),
  ).toEqual(Object.keys(clientEvents).sort());
});

test('every example is what its schema allows', () => {
  for (const [key, { examples }] of Object.entries(description.components.messages)) {
    const validate = check(key);
    for (const { payload } of examples)
      expect([key, validate(payload), validate.errors]).toEqual([key, true, null]);
  }
});

test('what a chat sends and acknowledges is as described', async () => {
  const chat = await openChat(server.url, await createAdmin(server));
  const events = await chat.ask('이번 달 매출 알려줘');
  const ofEvents = check('chatEvent');
  for (const event of events) expect([event, ofEvents(event), ofEvents.errors]).toEqual([event, true, null]);
  const { turnId, conversationId } = events[0]!;
  const acks = {
    chatSendAck: await chat.socket.emitWithAck('chat:send', { clientMessageId: 'x', text: ' ' }),
    chatStopAck: await chat.socket.emitWithAck('chat:stop', { turnId }),
    chatResumeAck: await chat.socket.emitWithAck('chat:resume', { conversationId, lastSeq: events.length }),
    chatFeedbackAck: await chat.socket.emitWithAck('chat:feedback', { turnId, rating: 'up' }),
  };
  for (const [key, ack] of Object.entries(acks)) {
    const validate = check(key);
    expect([ack, validate(ack), validate.errors]).toEqual([ack, true, null]);
  }
  chat.close();
});
