import { Counter, Histogram, type Registry } from 'prom-client';
import { z } from 'zod';
import { isErrorCode } from '../../errors';
import type { NewSpan } from '../../repositories/newSpan';
import { waitBuckets } from './buckets';

const ended = z.object({ status: z.enum(['completed', 'stopped', 'failed', 'interrupted']) });
const firstText = z.object({ firstTextMs: z.number() });

/**
 * Turns that have ended, by the trace that was stored of them. Of the processes of an installation one stores the end of a turn, so
 * each is counted once.
 */
export function createTurnMetrics(registry: Registry) {
  const registers = [registry];
  const turns = new Counter({
    name: 'narutalk_turns_total',
    help: 'Turns that have ended, by how, and by the code of the error where they failed.',
    labelNames: ['end', 'code'],
    registers,
  });
  const duration = new Histogram({
    name: 'narutalk_turn_duration_seconds',
    help: 'From the question to the end of its turn, by how it ended.',
    labelNames: ['end'],
    buckets: waitBuckets,
    registers,
  });
  const firstTexts = new Histogram({
    name: 'narutalk_turn_first_text_seconds',
    help: 'From the question to the first text of its answer.',
    buckets: waitBuckets,
    registers,
  });
  const waits = new Histogram({
    name: 'narutalk_turn_wait_seconds',
    help: 'How long questions waited for their turn; those that did not wait are not in it.',
    buckets: waitBuckets,
    registers,
  });

  return (spans: readonly NewSpan[]): void => {
    const root = spans.find(({ kind }) => kind === 'turn');
    if (!root) return;
    const output = ended.safeParse(root.output);
    const end = output.success ? output.data.status : 'unknown';
    turns.inc({ end, code: codeOf(root) });
    // Of a turn that another process has left, nobody knows any more how long it ran.
    if (root.input !== null) duration.observe({ end }, root.durationMs / 1_000);
    const first = firstTextMs(root, spans);
    if (first !== null) firstTexts.observe(first / 1_000);
    for (const { kind, durationMs } of spans) if (kind === 'queue') waits.observe(durationMs / 1_000);
  };
}

/** The trace says the code, or where there is none what the program threw: that is no label. */
function codeOf({ error }: NewSpan): string {
  if (error === null) return '';
  return isErrorCode(error) ? error : 'internal';
}

/** Milliseconds from the question to the earliest text any model wrote for it; null: none. */
function firstTextMs(root: NewSpan, spans: readonly NewSpan[]): number | null {
  const times = spans.flatMap(({ kind, output, startedAt }) => {
    const written = kind === 'model' ? firstText.safeParse(output) : null;
    return written?.success
      ? [startedAt.getTime() + written.data.firstTextMs - root.startedAt.getTime()]
      : [];
  });
  return times.length > 0 ? Math.max(0, Math.min(...times)) : null;
}
