import { QueryTypes } from 'sequelize';
import type { NewSpan } from '../../repositories/newSpan';
import { says } from '../../test/scriptedModel/scriptedAnswer';
import { startRememberingServer, type Place, type RememberingServer } from './memoryFixture';

let its: RememberingServer;
beforeAll(async () => {
  its = await startRememberingServer();
});
afterAll(() => its?.close());

/** Of one moment: what the person is held to have used, and what the model calls in the audit say. */
async function usedAndTraced() {
  const [row] = await its.server.services.database.sequelize.query<Record<'used' | 'traced', unknown>>(
    `SELECT (SELECT jsonb_build_object('input', sum(input_tokens), 'output', sum(output_tokens), 'krw', sum(cost_krw),
               'turns', sum(turns)) FROM usage_by_day WHERE employee_id = $id) AS used,
            (SELECT jsonb_build_object('input', sum((output ->> 'inputTokens')::integer),
               'output', sum((output ->> 'outputTokens')::integer),
               'krw', sum((output ->> 'inputTokens')::integer * 0.1 + (output ->> 'outputTokens')::integer * 0.2),
               'turns', (SELECT count(*) FROM turns WHERE employee_id = $id))
             FROM system_trace_logs WHERE employee_id = $id AND kind = 'model') AS traced`,
    { bind: { id: its.rep.id }, type: QueryTypes.SELECT },
  );
  return row!;
}

/** Asks on until a question is told a summary, which is written while others are asked. @returns its kind. */
async function askUntilSummed(): Promise<string | undefined> {
  let place: Place = {};
  for (let turn = 1; turn <= 60; turn += 1) {
    const asked = await its.ask(`규정 물음 ${turn}`, place);
    const remembered = turn > 1 ? await its.remembered(asked.afterTurnId) : null;
    if (remembered?.summary) return remembered.summary.kind;
    place = asked;
  }
  return undefined;
}
const ofSummaries = ({ kind, input }: NewSpan) =>
  kind === 'model' && (input as { prompt: { name: string } }).prompt.name === 'summary';

/** The calls for summaries that the audit has, newest first, with the turn's own span above them. */
async function tracedSummaries(): Promise<{ span: NewSpan; parent: NewSpan | undefined }[]> {
  const turns = await its.server.services.repositories.auditTurns.list({}, { limit: 100 });
  const traces = await Promise.all(
    turns.map(({ turnId }) => its.server.services.repositories.traceLogs.ofTurn(turnId)),
  );
  return traces.flatMap((spans) =>
    spans.filter(ofSummaries).map((span) => ({ span, parent: spans.find(({ id }) => id === span.parentId) })),
  );
}

test('the call for a summary is in the audit of the turn behind which it was made, and counts as used', async () => {
  its.play(
    () => undefined,
    () => says('메모: 규정을 물음', { usage: { inputTokens: 7_000, outputTokens: 90 } }),
  );
  expect(await askUntilSummed()).toBe('model');
  // On a busy machine more than one was due by then.
  const first = (await tracedSummaries()).at(-1);
  expect(first).toMatchObject({
    span: {
      name: 'scripted-model',
      input: {
        prompt: { name: 'summary', version: '1', hash: expect.stringMatching(/^[0-9a-f]{12}$/u) },
        messages: [{ role: 'human', text: expect.stringContaining('규정 물음 1') }],
      },
      output: { text: '메모: 규정을 물음', inputTokens: 7_000, outputTokens: 90 },
      error: null,
    },
    parent: { kind: 'turn' },
  });
  const { used, traced } = await usedAndTraced();
  expect(used).toEqual(traced);
  expect((used as { input: number }).input).toBeGreaterThan(7_000);
});

test('a call for a summary that failed is in the audit too', async () => {
  its.play(
    () => undefined,
    () => ({ kind: 'refusal', status: 400, message: 'no such model' }),
  );
  expect(await askUntilSummed()).toBe('mechanical');
  const failed = (await tracedSummaries()).filter(({ span }) => span.error !== null);
  expect(failed[0]?.span.error).toContain('no such model');
});
