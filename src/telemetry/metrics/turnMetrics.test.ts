import { Registry } from 'prom-client';
import type { NewSpan } from '../../repositories/newSpan';
import { createTurnMetrics } from './turnMetrics';

const startedAt = new Date('2026-11-27T00:00:00Z');
const span = (changes: Partial<NewSpan>): NewSpan => ({
  ...{ id: 'a', turnId: 'a', parentId: null, employeeId: 1, kind: 'turn', name: 'turn', requestId: null },
  ...{ input: { question: '?' }, output: { status: 'completed' }, error: null, startedAt, durationMs: 2_000 },
  ...changes,
});

async function figuresOf(...traces: NewSpan[][]): Promise<string[]> {
  const registry = new Registry();
  const count = createTurnMetrics(registry);
  traces.forEach(count);
  const lines = (await registry.metrics()).split('\n');
  return lines.filter((line) => /^narutalk_turns_total|_count/.test(line));
}

test('a turn that its process left behind is counted, and not how long it ran: nobody knows', async () => {
  const left = span({ input: null, output: { status: 'interrupted' }, error: 'turn_interrupted' });
  expect(await figuresOf([left])).toEqual([
    'narutalk_turns_total{end="interrupted",code="turn_interrupted"} 1',
    'narutalk_turn_first_text_seconds_count 0',
    'narutalk_turn_wait_seconds_count 0',
  ]);
});

test('what the program threw is no label', async () => {
  const failed = { output: { status: 'failed' } };
  const [internal, known] = await figuresOf(
    [span({ ...failed, error: 'connect ECONNREFUSED 10.1.2.3:5432' })],
    [span({ ...failed, error: 'search_unavailable' })],
  );
  expect(internal).toBe('narutalk_turns_total{end="failed",code="internal"} 1');
  expect(known).toBe('narutalk_turns_total{end="failed",code="search_unavailable"} 1');
});

test('steps that come after their turn are no turn, and the first text is that of the earliest model call', async () => {
  const model = (afterMs: number, firstTextMs: number | null) =>
    span({
      ...{ id: `model-${afterMs}`, parentId: 'a', kind: 'model', name: 'm', output: { firstTextMs } },
      startedAt: new Date(startedAt.getTime() + afterMs),
    });
  const registry = new Registry();
  const count = createTurnMetrics(registry);
  count([model(0, 10)]);
  count([model(900, 300), model(100, null), span({})]);
  const figures = await registry.metrics();
  expect(figures).toContain('narutalk_turn_first_text_seconds_sum 1.2');
  expect(figures).toContain('narutalk_turns_total{end="completed",code=""} 1');
});
