import type { SpanDto } from '../shared/audit';
import type { ChatEvent } from '../shared/chat';
import { callApi } from '../test/api';
import { openChat, type ChatClient } from '../test/chatClient';
import { createPerson } from '../test/people';
import type { ChatRequest } from '../test/scriptedModel/chatRequest';
import {
  breaksOff,
  callsTools,
  fails,
  isBusy,
  says,
  staysSilent,
} from '../test/scriptedModel/scriptedAnswer';
import type { ScriptedModel } from '../test/scriptedModel/scriptedModel';
import { startScriptedServer, type ScriptedServer } from '../test/scriptedServer';

let scripted: ScriptedServer;
let model: ScriptedModel;
let analyst: string;
let chat: ChatClient;

beforeAll(async () => {
  // The answers of a scripted model wait for nothing: so long a silence is no busy machine.
  scripted = await startScriptedServer({ chatModelSilenceMs: 1_500 });
  ({ model } = scripted);
  const { server, admin } = scripted;
  ({ token: analyst } = await createPerson(server, admin, { role: 'analyst' }));
  chat = await openChat(server.url, (await createPerson(server, admin, { role: 'rep' })).token);
});
afterAll(async () => {
  chat?.close();
  await scripted?.close();
});

const planner = 'narutalk-offline-planner';
const question = '제품 보관 온도가 어떻게 되나요?';
const stepsOf = (events: ChatEvent[]) =>
  events.flatMap((event) => (event.type === 'step-started' ? [event.name] : []));

/** The end of a turn that was completed; its text is what was sent of it. */
function completed(events: ChatEvent[]) {
  const last = events[events.length - 1]!;
  if (last.type !== 'turn-completed') throw new Error(`it ended as ${last.type}`);
  expect(events.map((event) => (event.type === 'text-delta' ? event.text : '')).join('')).toBe(last.text);
  return last;
}

async function modelSpans(turnId: string): Promise<SpanDto[]> {
  const path = `/api/audit/turns/${turnId}/trace`;
  const { body } = await callApi<{ items: SpanDto[] }>(scripted.server.url, 'GET', path, { token: analyst });
  return body.items.filter(({ kind }) => kind === 'model');
}

const lastToolAnswer = ({ messages }: ChatRequest) => {
  const { role, content } = messages[messages.length - 1]!;
  return role === 'tool' ? JSON.stringify(content) : `no tool answer: ${role}`;
};

describe('a model that is asked again', () => {
  test.each([
    ['was busy and said for how long', isBusy(1)],
    ['had an error', fails()],
    ['said nothing', says('')],
    ['lost the connection before its first word', { ...breaksOff('', 'cut'), afterChunks: 0 }],
  ])('because it %s answers after all, and the reader sees that it is asked', async (_, trouble) => {
    model.script(trouble, says('다시 물으니 답합니다.'));
    const asked = Date.now();
    const events = await chat.ask(question);
    const { text, usage, turnId } = completed(events);
    expect(text).toBe('다시 물으니 답합니다.');
    expect(usage).not.toHaveProperty('degradedBy');
    expect(stepsOf(events)).toContain('model-again');
    const spans = await modelSpans(turnId);
    expect(spans.map(({ name, error }) => [name, error === null])).toEqual([
      ['scripted-model', false],
      ['scripted-model', true],
    ]);
    for (const { input } of spans)
      expect(input).toMatchObject({
        prompt: {
          name: 'assistant',
          version: expect.any(String),
          hash: expect.stringMatching(/^[0-9a-f]{12}$/),
        },
        parameters: {
          ...{ model: 'scripted-model', temperature: 0 },
          tools: expect.arrayContaining(['search_documents', 'run_sql']),
        },
      });
    // Retry-After is in whole seconds: it was waited for.
    if (_.includes('busy')) expect(Date.now() - asked).toBeGreaterThanOrEqual(1_000);
  });

  test('is not, when the answer was stopped meanwhile', async () => {
    const before = model.requests.length;
    model.script(isBusy(1));
    const ack = await chat.send(question);
    if (!ack.ok) throw new Error(ack.error.code);
    await chat.waitFor(
      (event) => event.turnId === ack.turnId && event.type === 'step-started' && event.name === 'model-again',
    );
    expect(await chat.socket.emitWithAck('chat:stop', { turnId: ack.turnId })).toEqual({ ok: true });
    await chat.waitFor((event) => event.turnId === ack.turnId && event.type === 'turn-stopped');
    model.script(says('다음 질문의 답입니다.'));
    expect(completed(await chat.ask(question)).text).toBe('다음 질문의 답입니다.');
    expect(model.requests.length).toBe(before + 2);
  });
});

describe('the planner goes on, and the answer says why', () => {
  test('after three tries at an endpoint in trouble', async () => {
    model.script(fails(), fails(), fails());
    const { text, usage, turnId } = completed(await chat.ask(question));
    expect(text).toMatch(/^> 언어 모델에 연결할 수 없습니다\..*narutalk-offline-planner/);
    expect(usage).toMatchObject({ model: planner, degradedBy: 'unavailable' });
    const spans = await modelSpans(turnId);
    expect(spans.slice(0, 3).map(({ name, error }) => [name, error !== null])).toEqual(
      Array(3).fill(['scripted-model', true]),
    );
    expect(spans.slice(3).every(({ name, error }) => name === planner && error === null)).toBe(true);
    // The endpoint counts as well again.
    model.script(says('네.'));
    completed(await chat.ask(question));
  });

  test('in the language of the question', async () => {
    model.script({ kind: 'refusal', status: 400, message: 'no' });
    const { text, usage } = completed(await chat.ask('What is the storage temperature?'));
    expect(text).toMatch(/^> The language model refused the request\./);
    expect(usage.degradedBy).toBe('refused');
  });

  test('when the endpoint takes a request and never answers', async () => {
    model.script(staysSilent());
    const events = await chat.ask(question);
    expect(completed(events).usage.degradedBy).toBe('silent');
    expect(stepsOf(events)).not.toContain('model-again');
    expect(await model.requests[model.requests.length - 1]!.abandoned).toBe(true);
  });

  test.each(['cut', 'early-end', 'broken-json', 'stall'] as const)(
    'after the first words of a stream that ends by %s, which stay',
    async (fault) => {
      model.script(breaksOff('여기까지 쓰고 끊어집니다. 나머지는 없습니다.', fault));
      const { text, usage } = completed(await chat.ask(question));
      expect(text).toMatch(/^여기까지[^>]*\n\n> 언어 모델의 답변이 여기서 끊겼습니다\./);
      expect(text).not.toContain('나머지는 없습니다');
      expect(usage).toMatchObject({ model: planner, degradedBy: 'broken-off' });
    },
  );

  test('when every call that the model writes is none', async () => {
    model.script(
      ...Array.from({ length: 3 }, () => callsTools({ name: 'send_mail', arguments: { to: '모두' } })),
    );
    const { text, usage } = completed(await chat.ask(question));
    expect(text).toMatch(/^> 언어 모델의 답변을 쓸 수 없었습니다\./);
    expect(usage.degradedBy).toBe('unusable');
  });
});

describe('a call that cannot be made is told to the model, which mends it', () => {
  test.each([
    ['arguments that are no JSON', { name: 'search_documents', arguments: '보관 온도' }, 'no JSON'],
    ['arguments that do not fit', { name: 'search_documents', arguments: { words: '보관' } }, 'do not fit'],
    ['a tool that does not exist', { name: 'search documents!', arguments: {} }, 'There is no tool'],
  ])('%s', async (_, call, reason) => {
    const told: string[] = [];
    model.script(
      callsTools(call),
      (request) => {
        told.push(lastToolAnswer(request));
        return callsTools({ name: 'search_documents', arguments: { query: '보관 온도' } });
      },
      says('찾아보았습니다.'),
    );
    const { text, usage } = completed(await chat.ask(question));
    expect(told.join()).toContain(reason);
    expect(text).toBe('찾아보았습니다.');
    expect(usage).not.toHaveProperty('degradedBy');
  });
});

test('a turn that has used its tokens up is answered with what there is', async () => {
  const dear = callsTools({ name: 'search_documents', arguments: { query: '보관' } });
  model.script({ ...dear, usage: { inputTokens: 199_000, outputTokens: 1_000 } }, (request) =>
    says(`더 부르지 않습니다: ${String(request.tool_choice)}`),
  );
  const { text, usage } = completed(await chat.ask(question));
  expect(text).toBe('더 부르지 않습니다: none');
  expect(usage.inputTokens).toBeGreaterThanOrEqual(199_000);
});

describe('an endpoint that is down', () => {
  let down: ScriptedServer;
  let downChat: ChatClient;
  beforeAll(async () => {
    down = await startScriptedServer();
    const { token } = await createPerson(down.server, down.admin, { role: 'rep' });
    downChat = await openChat(down.server.url, token);
  });
  afterAll(async () => {
    downChat?.close();
    await down?.close();
  });

  test('is not asked by every turn any more', async () => {
    down.model.otherwise(fails());
    for (const asked of [3, 6, 9, 9]) {
      const { usage } = completed(await downChat.ask(question));
      expect(usage.degradedBy).toBe('unavailable');
      expect(down.model.requests.length).toBe(asked);
    }
  });
});

test('an endpoint where nobody listens is told of in the answer', async () => {
  const nobody = { apiKey: 'scripted', baseUrl: 'http://127.0.0.1:9/v1', model: 'scripted-model' };
  const gone = await startScriptedServer({ chatModel: nobody });
  const { token } = await createPerson(gone.server, gone.admin, { role: 'rep' });
  const goneChat = await openChat(gone.server.url, token);
  expect(completed(await goneChat.ask(question)).usage.degradedBy).toBe('unavailable');
  goneChat.close();
  await gone.close();
});
