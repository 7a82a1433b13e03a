import type { TelemetrySettings } from '../env/telemetry';
import type { NewSpan } from '../repositories/newSpan';
import { openChat } from '../test/chatClient';
import { uploadDocument, waitForDocument } from '../test/documents';
import { startOtlpReceiver, type OtlpReceiver, type ReceivedSpan } from '../test/otlpReceiver';
import { createPerson } from '../test/people';
import { callsTools, says } from '../test/scriptedModel/scriptedAnswer';
import { startScriptedServer } from '../test/scriptedServer';

const question = '나루아픽정은 하루 몇 번 먹어?';
const answer = '하루에 두 번입니다 [1].';
const sentence = '나루아픽정은 1일 2회 복용한다.';

const settings = (receiver: Pick<OtlpReceiver, 'url'>, changes: Partial<TelemetrySettings> = {}) => ({
  url: `${receiver.url}/v1/traces`,
  headers: { authorization: 'Bearer of-the-collector' },
  protocol: 'http/protobuf' as const,
  serviceName: 'narutalk-test',
  capturesContent: false,
  ...changes,
});

/** A turn that searches documents and cites one. @returns its spans in the audit, when the server has closed. */
async function answerOnce(
  telemetry: TelemetrySettings,
  headers: Record<string, string> = {},
): Promise<{ conversationId: string; turnId: string; spans: NewSpan[] }> {
  const { server, admin, model, close } = await startScriptedServer({ telemetry });
  try {
    const rep = await createPerson(server, admin, { role: 'rep' });
    const { id } = await uploadDocument(server, admin, 'dose.txt', sentence, { title: '나루아픽정 용법' });
    await waitForDocument(server, admin, id);
    model.script(
      callsTools({ name: 'search_documents', arguments: { query: '나루아픽정 복용 횟수' } }),
      says(answer, { usage: { inputTokens: 321, outputTokens: 12 } }),
    );
    const chat = await openChat(server.url, rep.token, 'websocket', headers);
    const events = await chat.ask(question);
    chat.close();
    expect(events.at(-1)?.type).toBe('turn-completed');
    const { conversationId, turnId } = events[0]!;
    return { conversationId, turnId, spans: await server.services.repositories.traceLogs.ofTurn(turnId) };
  } finally {
    await close();
  }
}

const named = (spans: ReceivedSpan[], name: string) => spans.filter((span) => span.name === name);
const later = (id: string) => id.replaceAll('-', '').slice(16);

describe.each(['http/protobuf', 'http/json'] as const)('traces by %s', (protocol) => {
  let receiver: OtlpReceiver;
  let turn: Awaited<ReturnType<typeof answerOnce>>;

  beforeAll(async () => {
    receiver = await startOtlpReceiver();
    turn = await answerOnce(settings(receiver, { protocol }));
  });
  afterAll(() => receiver.close());

  it('come to the address, with the headers and the name of the service', () => {
    const contentType = protocol === 'http/json' ? 'application/json' : 'application/x-protobuf';
    expect(receiver.requests[0]).toMatchObject({ path: '/v1/traces', contentType });
    expect(receiver.requests[0]!.headers.authorization).toBe('Bearer of-the-collector');
    expect(receiver.resource['service.name']).toBe('narutalk-test');
  });

  it('are the steps of the audit: each once, below the same one, at the same time, in the trace of the turn', () => {
    const steps = turn.spans.filter(({ kind }) => kind !== 'event');
    const sent = steps.map(({ id, parentId, startedAt, durationMs }) => ({
      traceId: turn.turnId.replaceAll('-', ''),
      spanId: later(id),
      parentSpanId: parentId === null ? '' : later(parentId),
      startedAt: startedAt.getTime(),
      ms: Math.round(durationMs),
    }));
    const received = receiver.spans.map(({ traceId, spanId, parentSpanId, start, end }) => ({
      ...{ traceId, spanId, parentSpanId },
      startedAt: Number(start / 1_000_000n),
      ms: Math.round(Number(end - start) / 1e6),
    }));
    const bySpan = (a: { spanId: string }, b: { spanId: string }) => a.spanId.localeCompare(b.spanId);
    expect(received.sort(bySpan)).toEqual(sent.sort(bySpan));
    expect(received.length).toBeGreaterThan(4);
  });

  it('are named and described by the conventions for generative AI', () => {
    const [root] = named(receiver.spans, 'invoke_agent NaruTalk');
    expect(root!.attributes).toMatchObject({
      'gen_ai.operation.name': 'invoke_agent',
      'gen_ai.agent.name': 'NaruTalk',
      'gen_ai.conversation.id': turn.conversationId,
      'gen_ai.response.model': 'scripted-model',
      'narutalk.turn.id': turn.turnId,
      'narutalk.turn.status': 'completed',
    });
    const calls = named(receiver.spans, 'chat scripted-model');
    expect(calls).toHaveLength(2);
    const last = calls.find(({ attributes }) => attributes['gen_ai.usage.input_tokens'] === 321);
    expect(last).toMatchObject({ parentSpanId: root!.spanId, kind: 3 });
    expect(last!.attributes).toMatchObject({
      'gen_ai.operation.name': 'chat',
      'gen_ai.provider.name': 'openai',
      'gen_ai.request.model': 'scripted-model',
      'gen_ai.usage.output_tokens': 12,
    });
    const [tool] = named(receiver.spans, 'execute_tool search_documents');
    expect(tool!.attributes).toMatchObject({
      'gen_ai.operation.name': 'execute_tool',
      'gen_ai.tool.name': 'search_documents',
    });
    const search = receiver.spans.find(
      ({ name, parentSpanId }) => name === 'retrieval passages' && parentSpanId === tool!.spanId,
    );
    expect(search!.attributes).toMatchObject({
      'gen_ai.operation.name': 'retrieval',
      'narutalk.retrieval.count': 1,
    });
  });

  it('say nothing of what was asked, found and answered', () => {
    const values = JSON.stringify(receiver.spans.map(({ name, attributes }) => [name, attributes]));
    for (const text of ['나루아픽정', '두 번', '하루']) expect(values).not.toContain(text);
  });
});

it('sends texts where the settings say so, and joins the trace that the socket was opened in', async () => {
  const receiver = await startOtlpReceiver();
  const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
  const traceparent = `00-${traceId}-00f067aa0ba902b7-01`;
  await answerOnce(settings(receiver, { capturesContent: true }), { traceparent });
  const [root] = named(receiver.spans, 'invoke_agent NaruTalk');
  expect(root).toMatchObject({ traceId, parentSpanId: '00f067aa0ba902b7' });
  expect(new Set(receiver.spans.map((span) => span.traceId))).toEqual(new Set([traceId]));
  expect(JSON.parse(String(root!.attributes['gen_ai.input.messages']))).toEqual([
    { role: 'user', parts: [{ type: 'text', content: question }] },
  ]);
  const calls = named(receiver.spans, 'chat scripted-model').map(({ attributes }) =>
    JSON.parse(String(attributes['gen_ai.output.messages'])),
  );
  expect(calls).toContainEqual([
    { role: 'assistant', parts: [{ type: 'text', content: answer }], finish_reason: 'stop' },
  ]);
  expect(calls.flat()).toContainEqual(
    expect.objectContaining({
      finish_reason: 'tool_call',
      parts: [
        expect.objectContaining({
          type: 'tool_call',
          name: 'search_documents',
          arguments: { query: '나루아픽정 복용 횟수' },
        }),
      ],
    }),
  );
  const [tool] = named(receiver.spans, 'execute_tool search_documents');
  expect(tool!.attributes['gen_ai.tool.call.result']).toContain(sentence);
  await receiver.close();
});

it('sends nothing of a trace that its caller does not record', async () => {
  const receiver = await startOtlpReceiver();
  const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00';
  await answerOnce(settings(receiver), { traceparent });
  expect(receiver.spans).toEqual([]);
  await receiver.close();
});

it.each(['away', 'silent'] as const)('a collector that is %s keeps nobody waiting', async (how) => {
  const receiver = await startOtlpReceiver({ isSilent: how === 'silent' });
  if (how === 'away') await receiver.close();
  const { spans } = await answerOnce(settings(receiver));
  expect(spans.find(({ kind }) => kind === 'turn')).toMatchObject({ error: null });
  expect(receiver.spans).toEqual([]);
  await receiver.close();
});
