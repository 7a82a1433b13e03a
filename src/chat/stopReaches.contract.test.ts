import { slowStatement } from '../analytics/sqlGuard/hostileStatementsLoadFixture';
import { statementTimeoutMs } from '../analytics/sqlGuard/limits';
import type { SpanDto } from '../shared/audit';
import { callApi } from '../test/api';
import { openChat, type ChatClient } from '../test/chatClient';
import { createPerson } from '../test/people';
import { breaksOff, callsTools, says, staysSilent } from '../test/scriptedModel/scriptedAnswer';
import { startScriptedServer, type ScriptedServer } from '../test/scriptedServer';

let scripted: ScriptedServer;
let token: string;
let chat: ChatClient;

beforeAll(async () => {
  // Longer than a test may take: a connection that is closed was closed by the stop.
  scripted = await startScriptedServer({ chatModelSilenceMs: 600_000 });
  const { server, admin } = scripted;
  ({ token } = await createPerson(server, admin, { role: 'analyst' }));
  chat = await openChat(server.url, token);
});
afterAll(async () => {
  chat?.close();
  await scripted?.close();
});

/** Asks, and stops the answer when an event of this type has come. @returns the event that ended it, and when it was asked for. */
async function stopAt(type: 'step-started' | 'text-delta', name?: string) {
  const ack = await chat.send('길게 찾아봐 줘');
  if (!ack.ok) throw new Error(ack.error.code);
  const { turnId } = ack;
  await chat.waitFor(
    (event) =>
      event.turnId === turnId &&
      event.type === type &&
      (name === undefined || ('name' in event && event.name === name)),
  );
  const asked = Date.now();
  expect(await chat.socket.emitWithAck('chat:stop', { turnId })).toEqual({ ok: true });
  const ended = await chat.waitFor((event) => event.turnId === turnId && event.type === 'turn-stopped');
  return { ended, asked };
}

test.each([
  ['before its first word', staysSilent(), 'step-started' as const, 'model'],
  [
    'in the middle of a sentence',
    breaksOff('여기까지 쓰고 멎습니다. 나머지.', 'stall'),
    'text-delta' as const,
    undefined,
  ],
])('a stop closes the connection to a model that is silent %s', async (_, answer, type, name) => {
  const before = scripted.model.requests.length;
  scripted.model.script(answer);
  await stopAt(type, name);
  expect(await scripted.model.requests[before]!.abandoned).toBe(true);
});

test('a stop ends the statement that runs in the database, and the next one is served', async () => {
  scripted.model.script(callsTools({ name: 'run_sql', arguments: { sql: slowStatement, title: '날짜' } }));
  const { ended, asked } = await stopAt('step-started', 'run_sql');
  const path = `/api/audit/turns/${ended.turnId}/trace`;
  const { body } = await callApi<{ items: SpanDto[] }>(scripted.server.url, 'GET', path, { token });
  const call = body.items.find(({ name }) => name === 'run_sql')!;
  // The embedded database is opened anew before the end of the turn can be stored: by the clock of the call itself.
  expect(Date.parse(call.startedAt) + call.ms - asked).toBeLessThan(statementTimeoutMs / 2);
  if (scripted.server.services.database.engine === 'postgres') expect(await slowOnes()).toBe(0);
  scripted.model.script(
    callsTools({ name: 'run_sql', arguments: { sql: 'SELECT 1 AS one', title: '하나' } }),
    says('하나입니다.'),
  );
  const events = await chat.ask('하나를 봐 줘');
  expect(events[events.length - 1]).toMatchObject({ type: 'turn-completed', text: '하나입니다.' });
  expect(events.find((event) => event.type === 'table')).toMatchObject({ rows: [{ c1: 1 }] });
});

/** Statements of the test's own kind that a server still runs in this database. */
async function slowOnes(): Promise<number> {
  const [rows] = await scripted.server.services.database.sequelize.query(
    `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND state = 'active'
       AND query LIKE '%1900-01-01%' AND pid <> pg_backend_pid()`,
  );
  return rows.length;
}
