import { randomUUID } from 'node:crypto';
import { startTurnTrace } from '../audit/turnTrace';
import type { AuditTurnDto, SpanDto } from '../shared/audit';
import type { ResultTable } from '../shared/resultTable';
import { callApi } from '../test/api';
import { openChat } from '../test/chatClient';
import { createAdmin, createPerson } from '../test/people';
import { startTestServer, type TestServer } from '../test/server';
import { acceptQuestion } from './acceptQuestion';

const table: ResultTable = {
  title: '매출',
  columns: [{ key: 'amount', label: '매출', kind: 'won' }],
  rows: [{ amount: 7531 }],
  scope: '본인 담당 거래처',
  definition: '매출',
  truncated: false,
};

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

test('a turn whose process is gone ends as interrupted, with what was sent of it', async () => {
  const admin = await createAdmin(server);
  const rep = await createPerson(server, admin, { role: 'rep' });
  const analyst = await createPerson(server, admin, { role: 'analyst' });
  const { services } = server;
  // Another process accepted the question, sent some words and ended.
  const gone = { ...services.chatDependencies, processId: randomUUID() };
  const actor = await services.accounts.authenticate(rep.token);
  const question = { clientMessageId: 'left behind', text: '끝나지 않은 질문' };
  const { turnId, conversationId } = await acceptQuestion(actor, question, () => {}, gone);
  const lost = randomUUID();
  const cutOffModel = randomUUID();
  const traced = startTurnTrace({
    turnId,
    employeeId: rep.id,
    requestId: null,
    input: null,
    mask: services.chatDependencies.privacy.mask,
  });
  const finished = traced.start({ kind: 'tool', name: 'search_documents', input: { query: '끝난 단계' } });
  finished.end({ output: { content: '찾은 것', artifact: { kind: 'error', code: 'not_found' } } });
  const asked = traced.start({ kind: 'model', name: 'asked-model', input: { messages: [] } });
  asked.end({ output: { text: '', inputTokens: 30, outputTokens: 4 } });
  await services.repositories.turnLedger.append(
    { conversationId, turnId, owner: gone.processId, lastSeq: 1 },
    [
      { type: 'step-finished', stepId: finished.id, ok: true, ms: 1, summary: '' },
      {
        type: 'step-started',
        stepId: lost,
        kind: 'query',
        name: 'query_sales',
        label: '실적 조회 중',
      },
      { type: 'step-started', stepId: cutOffModel, kind: 'model', name: 'answer', label: '답변 작성 중' },
      { type: 'table', ...table },
      { type: 'text-delta', text: '여기까지' },
    ],
    traced.takeEnded(),
  );
  await services.database.sequelize.query(
    `UPDATE turns SET lease_until = now() - interval '1 second' WHERE id = $turnId`,
    { bind: { turnId } },
  );

  await services.lookForAbandonedTurns();
  await services.lookForAbandonedTurns();

  const { body: turn } = await callApi<AuditTurnDto>(server.url, 'GET', `/api/audit/turns/${turnId}`, {
    token: analyst.token,
  });
  // What models were asked before is known and counts.
  expect(turn).toMatchObject({
    status: 'interrupted',
    answer: '여기까지',
    tables: [table],
    inputTokens: 30,
    outputTokens: 4,
  });
  // How it was called, only the process knew that is gone.
  expect(await services.repositories.chatHistory.toolCalls(turnId)).toEqual([
    { name: 'query_sales', arguments: null },
  ]);
  const { body: trace } = await callApi<{ items: SpanDto[] }>(
    server.url,
    'GET',
    `/api/audit/turns/${turnId}/trace`,
    {
      token: analyst.token,
    },
  );
  const kinds = ['event', 'tool', 'model', 'turn'];
  const spans = trace.items.toSorted((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind));
  expect(spans).toMatchObject([
    { kind: 'event', name: 'chat:send', parentId: turnId, input: { text: '끝나지 않은 질문' } },
    {
      id: finished.id,
      name: 'search_documents',
      parentId: turnId,
      output: { content: '찾은 것' },
      error: null,
    },
    { id: lost, name: 'query_sales', parentId: turnId, output: null, error: 'cut_off' },
    { id: asked.id, name: 'asked-model', error: null },
    { id: cutOffModel, name: 'answer', input: null, error: 'cut_off' },
    { id: turnId, kind: 'turn', error: 'turn_interrupted' },
  ]);
  const known = await callApi(server.url, 'GET', `/api/audit/turns/${turnId}/knowledge`, {
    token: analyst.token,
  });
  expect(known).toMatchObject({ status: 200, body: { passages: [] } });
  const chat = await openChat(server.url, rep.token);
  await chat.socket.emitWithAck('chat:resume', { conversationId, lastSeq: 0 });
  expect(chat.events.map(({ type, seq }) => [seq, type])).toEqual([
    [1, 'turn-started'],
    [2, 'step-finished'],
    [3, 'step-started'],
    [4, 'step-started'],
    [5, 'table'],
    [6, 'text-delta'],
    [7, 'turn-failed'],
  ]);
  chat.close();
});
