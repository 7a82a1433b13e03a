import type { AIMessageChunk } from '@langchain/core/messages';
import { tool } from '@langchain/core/tools';
import { ChatOpenAI } from '@langchain/openai';
import { z } from 'zod';
import { breaksOff, callsTools, fails, isBusy, says, staysSilent } from './scriptedAnswer';
import { startScriptedModel, type ScriptedModel } from './scriptedModel';

const question = '로사르정의 급여 기준은?';
const answer = '로사르정은 1일 1회 급여로 인정됩니다. 💊';

let model: ScriptedModel;
beforeEach(async () => {
  model = await startScriptedModel();
});
afterEach(() => model.close());

/** The client that the program uses; it tries once, unless a test is about its tries. */
function client(options: { maxRetries?: number; timeout?: number; streamUsage?: boolean } = {}) {
  return new ChatOpenAI({
    apiKey: 'a key of no use',
    model: 'scripted',
    maxRetries: 0,
    ...options,
    configuration: { baseURL: model.url },
  });
}

type Askable = Pick<ChatOpenAI, 'invoke' | 'stream'>;

/** Asks without streaming. */
const whole = (chat: Askable): Promise<AIMessageChunk> => chat.invoke(question);

/** Asks with streaming, and joins what came. */
async function joined(chat: Askable): Promise<AIMessageChunk> {
  let message: AIMessageChunk | undefined;
  for await (const chunk of await chat.stream(question)) message = message?.concat(chunk) ?? chunk;
  return message!;
}

/** Asks with streaming, and hands on each piece of text as it comes. */
async function listen(onText: (text: string) => void, signal?: AbortSignal): Promise<void> {
  for await (const chunk of await client().stream(question, { signal })) if (chunk.text) onText(chunk.text);
}

const ways: [string, (chat: Askable) => Promise<AIMessageChunk>][] = [
  ['whole', whole],
  ['streamed', joined],
];

describe('an answer in words', () => {
  it.each(ways)('comes %s, with its tokens', async (_way, ask) => {
    model.script(says(answer, { usage: { inputTokens: 31, outputTokens: 12 } }));
    const message = await ask(client());
    expect(message.text).toBe(answer);
    expect(message.usage_metadata).toMatchObject({ input_tokens: 31, output_tokens: 12, total_tokens: 43 });
    expect(model.requests[0]!.body.messages).toEqual([{ role: 'user', content: question }]);
    expect(model.requests[0]!.headers.authorization).toBe('Bearer a key of no use');
  });

  it('is streamed in as many pieces as the script says', async () => {
    model.script(says('가나다라마바사', { chunks: 3 }));
    const pieces: string[] = [];
    await listen((text) => pieces.push(text));
    expect(pieces).toEqual(['가나다', '라마바', '사']);
  });

  it('is streamed at the pace that the script says', async () => {
    model.script(says('가나다라', { chunks: 4, chunksPerSecond: 20 }));
    const came: number[] = [];
    const began = performance.now();
    await listen(() => came.push(performance.now() - began));
    expect(came).toHaveLength(4);
    // Not before its time; on a busy machine later.
    expect(came[3]).toBeGreaterThan(180);
  });

  it('tells its tokens in a stream only to who asks for them', async () => {
    model.script(says(answer));
    expect((await joined(client({ streamUsage: false }))).usage_metadata).toBeUndefined();
    expect(model.requests[0]!.body).not.toHaveProperty('stream_options');
  });
});

describe('a call of tools', () => {
  const searchDocuments = tool(() => '', {
    name: 'search_documents',
    description: '사내 문서를 찾는다.',
    schema: z.object({ query: z.string(), topK: z.number() }),
  });
  const withTools = () => client().bindTools([searchDocuments]) as Askable;

  it.each(ways)('comes %s, with Korean arguments', async (_way, ask) => {
    const calls = [
      { name: 'search_documents', arguments: { query: '로사르정 급여 기준', topK: 5 } },
      { name: 'search_documents', arguments: { query: '"비급여" 고시', topK: 3 } },
    ];
    model.script(callsTools(...calls));
    const message = await ask(withTools());
    expect(message.tool_calls).toMatchObject(
      calls.map((call) => ({ name: call.name, args: call.arguments })),
    );
    expect(new Set(message.tool_calls!.map((call) => call.id)).size).toBe(2);
    expect(model.requests[0]!.body.tools).toMatchObject([
      { function: { name: 'search_documents', description: '사내 문서를 찾는다.' } },
    ]);
  });

  it('keeps broken arguments apart', async () => {
    const brokenArguments = '{"query": "급여 기준", "topK":: 5';
    model.otherwise(callsTools({ name: 'search_documents', arguments: brokenArguments }));
    const message = await whole(withTools());
    expect(message.tool_calls).toEqual([]);
    expect(message.invalid_tool_calls).toMatchObject([{ args: brokenArguments }]);
    const pieces = (await joined(withTools())).tool_call_chunks;
    expect(pieces).toMatchObject([{ args: brokenArguments }]);
  });

  it('must be answered by the messages that follow', async () => {
    model.otherwise(says(answer));
    const call = { id: 'call_1', name: 'search_documents', args: { query: '급여', topK: 1 } };
    const user = { role: 'user', content: question };
    const asked = { role: 'assistant', content: '', tool_calls: [call] };
    const found = { role: 'tool', content: '3건', tool_call_id: 'call_1' };
    await expect(client().invoke([user, asked])).rejects.toThrow(/each tool call needs its answer/);
    await expect(client().invoke([user, found])).rejects.toThrow(/must answer a call before it/);
    expect((await client().invoke([user, asked, found])).text).toBe(answer);
  });
});

describe('trouble', () => {
  it('429 is followed by another try, not before the time it names', async () => {
    model.script(isBusy(3), says(answer));
    const before = performance.now();
    expect((await client({ maxRetries: 1 }).invoke(question)).text).toBe(answer);
    expect(performance.now() - before).toBeGreaterThan(2_900);
    expect(model.requests).toHaveLength(2);
  });

  it('500 fails where no further try is allowed', async () => {
    model.script(fails());
    await expect(client().invoke(question)).rejects.toMatchObject({ status: 500 });
  });

  it('silence lasts until the client gives up', async () => {
    model.script(staysSilent());
    await expect(client({ timeout: 100 }).invoke(question)).rejects.toThrow();
    expect(await model.requests[0]!.abandoned).toBe(true);
  });

  it('silence ends with the server', async () => {
    const endpoint = await startScriptedModel();
    endpoint.script(() => {
      setImmediate(() => void endpoint.close());
      return staysSilent();
    });
    const body = JSON.stringify({ model: 'scripted', messages: [{ role: 'user', content: question }] });
    await expect(fetch(`${endpoint.url}/chat/completions`, { method: 'POST', body })).rejects.toThrow();
  });

  it.each(['cut', 'broken-json'] as const)(
    'a stream ends in an error after its first words: %s',
    async (fault) => {
      model.script(breaksOff('가나다라마바사아', fault));
      const pieces: string[] = [];
      await expect(listen((text) => pieces.push(text))).rejects.toThrow();
      expect(pieces).toEqual(['가나', '다라']);
    },
  );

  it('a stalled stream is seen to be abandoned when its reader leaves', async () => {
    model.script(breaksOff('가나다라마바사아', 'stall'));
    const leaving = new AbortController();
    const leaveAfter = (text: string) => text === '다라' && leaving.abort();
    await expect(listen(leaveAfter, leaving.signal)).rejects.toThrow();
    expect(await model.requests[0]!.abandoned).toBe(true);
  });
});

describe('a script', () => {
  it('may look at the request', async () => {
    model.script((request) => says(`${request.messages.length}`));
    const messages = [
      { role: 'system', content: '짧게 답한다.' },
      { role: 'user', content: question },
    ];
    expect((await client().invoke(messages)).text).toBe('2');
    expect(await model.requests[0]!.abandoned).toBe(false);
  });

  it('that has ended refuses, and is not asked again', async () => {
    await expect(client({ maxRetries: 2 }).invoke(question)).rejects.toThrow(/nothing is scripted/);
    expect(model.requests).toHaveLength(1);
  });

  it('knows no other call', async () => {
    expect((await fetch(`${model.url}/models`)).status).toBe(404);
  });
});
