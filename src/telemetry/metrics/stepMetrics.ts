import { Histogram, type Registry } from 'prom-client';
import { z } from 'zod';
import type { NewSpan } from '../../repositories/newSpan';
import { workBuckets } from './buckets';

const failedOutcome = z.object({ artifact: z.object({ kind: z.literal('error') }) });

/** Steps of turns by kind and, where it is one, tool. A model may ask for a tool of any name: one that is not there is `unknown`. */
export function createStepMetrics(registry: Registry, tools: readonly string[]) {
  const durations = new Histogram({
    name: 'narutalk_step_duration_seconds',
    help: 'Steps of turns, by kind, tool and outcome (ok, error, aborted).',
    labelNames: ['kind', 'tool', 'outcome'],
    buckets: workBuckets,
    registers: [registry],
  });
  const known = new Set(tools);

  return (spans: readonly NewSpan[]): void => {
    for (const span of spans) {
      const { kind, name, durationMs } = span;
      if (kind === 'turn') continue;
      const tool = kind !== 'tool' ? '' : known.has(name) ? name : 'unknown';
      durations.observe({ kind, tool, outcome: outcomeOf(span) }, durationMs / 1_000);
    }
  };
}

function outcomeOf({ error, output }: NewSpan): 'ok' | 'error' | 'aborted' {
  if (error === 'aborted' || error === 'cut_off') return 'aborted';
  return error !== null || failedOutcome.safeParse(output).success ? 'error' : 'ok';
}
