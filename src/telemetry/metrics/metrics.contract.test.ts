import { startServer } from '../../start/startServer';
import { openChat } from '../../test/chatClient';
import { uploadDocument, waitForDocument } from '../../test/documents';
import { addedBy as addedByWork, readFigures, waitForFigure, type Figures } from '../../test/figures';
import { createPerson, type TestPerson } from '../../test/people';
import { callsTools, fails, says, waitsFor } from '../../test/scriptedModel/scriptedAnswer';
import { startScriptedServer, type ScriptedServer } from '../../test/scriptedServer';
import { serviceEnv } from '../../test/services';

let scripted: ScriptedServer;
let rep: TestPerson;

beforeAll(async () => {
  scripted = await startScriptedServer({ modelPrice: { inputKrw: 1_000_000, outputKrw: 2_000_000 } });
  rep = await createPerson(scripted.server, scripted.admin, { role: 'rep' });
});
afterAll(() => scripted.close());

const read = () => readFigures(scripted.server.url);

const addedBy = (work: () => Promise<unknown>) => addedByWork(scripted.server.url, work);

async function ask(question: string): Promise<void> {
  const chat = await openChat(scripted.server.url, rep.token);
  await chat.ask(question);
  chat.close();
}

test('a turn is counted once: its end, its steps by tool, what its model read, wrote and cost', async () => {
  scripted.model.script(
    callsTools({ name: 'search_documents', arguments: { query: '반품 기한' } }),
    callsTools({ name: 'tool_that_is_made_up', arguments: {} }),
    says('찾지 못했습니다.', { usage: { inputTokens: 300, outputTokens: 10 } }),
  );
  const added = await addedBy(() => ask('반품은 언제까지 되나요?'));
  const model = 'model="scripted-model"';
  expect({
    turns: added('narutalk_turns_total{code="",end="completed"}'),
    durations: added('narutalk_turn_duration_seconds_count{end="completed"}'),
    firstTexts: added('narutalk_turn_first_text_seconds_count'),
    searches: added('narutalk_step_duration_seconds_count{kind="tool",outcome="ok",tool="search_documents"}'),
    madeUp: added('narutalk_step_duration_seconds_count{kind="tool",outcome="error",tool="unknown"}'),
    calls: added(`narutalk_model_calls_total{${model},outcome="ok"}`),
    read: added(`narutalk_model_tokens_total{direction="input",${model}}`),
    written: added(`narutalk_model_tokens_total{direction="output",${model}}`),
    costKrw: added(`narutalk_model_cost_krw_total{${model}}`),
    events: added('narutalk_socket_events_total{code="",event="chat:send"}'),
  }).toEqual({
    ...{ turns: 1, durations: 1, firstTexts: 1, searches: 1, madeUp: 1, events: 1 },
    ...{ calls: 3, read: 100 + 100 + 300, written: 20 + 20 + 10, costKrw: 500 + 2 * 50 },
  });
});

test('what a model could not answer is a call that failed, and the name of no tool becomes a label', async () => {
  scripted.model.otherwise(fails());
  const added = await addedBy(() => ask('안녕하세요'));
  expect(added('narutalk_model_calls_total{model="scripted-model",outcome="error"}')).toBeGreaterThan(0);
  expect(added('narutalk_turns_total{code="",end="completed"}')).toBe(1);
  expect([...(await read()).keys()].filter((name) => name.includes('made_up'))).toEqual([]);
});

test('a turn that runs is shown as running, one that was stopped as stopped', async () => {
  let goOn = () => {};
  scripted.model.script(waitsFor(new Promise<void>((resolve) => (goOn = resolve)), '답변입니다. 끝.'));
  const chat = await openChat(scripted.server.url, rep.token);
  const ack = await chat.send('멈출 질문');
  await chat.waitFor(({ type }) => type === 'text-delta');
  expect((await read()).get('narutalk_turns_running')).toBe(1);
  const added = await addedBy(() =>
    chat.socket.emitWithAck('chat:stop', { turnId: ack.ok ? ack.turnId : '' }),
  );
  goOn();
  chat.close();
  expect(added('narutalk_turns_total{code="",end="stopped"}')).toBe(1);
  expect((await read()).get('narutalk_turns_running')).toBe(0);
});

test('calls are counted by the route as declared and the class of their status', async () => {
  const missing = `${scripted.server.url}/api/documents/${crypto.randomUUID()}`;
  const added = await addedBy(() =>
    fetch(missing, { headers: { authorization: `Bearer ${rep.token}` } }).then((answer) => answer.text()),
  );
  expect(added('narutalk_http_requests_total{method="GET",route="/api/documents/:id",status="4xx"}')).toBe(1);
});

test('jobs, pools, parts, documents and the sealing of the audit are told', async () => {
  const added = await addedBy(async () => {
    const { id } = await uploadDocument(scripted.server, scripted.admin, 'a.txt', '반품은 30일 안에 한다.');
    await waitForDocument(scripted.server, scripted.admin, id);
  });
  expect(added('narutalk_jobs_total{outcome="done",queue="documents.ingest"}')).toBe(1);
  const indexed = 'narutalk_installation_documents{status="indexed"}';
  expect(await waitForFigure(scripted.server.url, indexed)).toBe(1);
  const figures = await read();
  expect(figures.get('narutalk_ready')).toBe(1);
  const parts = [...figures].filter(([name]) => name.startsWith('narutalk_part_up{'));
  expect(parts.map(([, up]) => up)).toEqual([1, 1, 1]);
  const limits = [...figures].filter(([name]) => name.startsWith('narutalk_database_connections_limit{'));
  expect(limits.length).toBeGreaterThan(1);
  for (const name of ['readable', 'audit_unsealed_rows', 'audit_sealing_lag_seconds'])
    expect([name, figures.get(`narutalk_installation_${name}`)]).toEqual([name, expect.any(Number)]);
});

// The embedded database has one process.
(serviceEnv().database ? test : test.skip)(
  'of two processes one counts a turn, and both say the same of the installation',
  async () => {
    const second = await startServer({ ...scripted.server.env, processRole: 'server' }, () => {});
    try {
      const nodes = () => Promise.all([scripted.server.url, second.url!].map(readFigures));
      const turnsOf = (figures: Figures) => figures.get('narutalk_turns_total{code="",end="completed"}') ?? 0;
      const sum = async () => (await nodes()).reduce((total, node) => total + turnsOf(node), 0);
      const before = await sum();
      scripted.model.script(says('안녕하세요.'));
      await ask('안녕?');
      expect(await sum()).toBe(before + 1);
      const urls = [scripted.server.url, second.url!];
      const indexed = 'narutalk_installation_documents{status="indexed"}';
      const documents = await Promise.all(urls.map((url) => waitForFigure(url, indexed)));
      expect(documents).toEqual([1, 1]);
    } finally {
      await second.close();
    }
  },
);
