import { Counter, Histogram, type Registry } from 'prom-client';
import { z } from 'zod';
import type { NewSpan } from '../../repositories/newSpan';
import { waitBuckets } from './buckets';

/** What a call that was answered says of itself; an endpoint may leave out any of it. */
const answered = z.object({
  inputTokens: z.number().catch(0),
  outputTokens: z.number().catch(0),
  costKrw: z.number().optional().catch(undefined),
  firstTextMs: z.number().nullish().catch(null),
});

/** Calls of chat models, by the trace that was stored of them; the names are those of the settings and of the planner. */
export function createModelMetrics(registry: Registry) {
  const registers = [registry];
  const labelNames = ['model'] as const;
  const calls = new Counter({
    name: 'narutalk_model_calls_total',
    help: 'Calls of chat models, by outcome (ok, error).',
    labelNames: [...labelNames, 'outcome'],
    registers,
  });
  const duration = new Histogram({
    name: 'narutalk_model_call_duration_seconds',
    help: 'How long chat models took for a whole answer.',
    labelNames,
    buckets: waitBuckets,
    registers,
  });
  const firstText = new Histogram({
    name: 'narutalk_model_first_text_seconds',
    help: 'How long chat models took for their first text.',
    labelNames,
    buckets: waitBuckets,
    registers,
  });
  const tokens = new Counter({
    name: 'narutalk_model_tokens_total',
    help: 'Tokens chat models have read (input) and written (output).',
    labelNames: [...labelNames, 'direction'],
    registers,
  });
  const cost = new Counter({
    name: 'narutalk_model_cost_krw_total',
    help: 'What the calls of chat models have cost, in KRW, where the prices are set.',
    labelNames,
    registers,
  });

  return (spans: readonly NewSpan[]): void => {
    for (const { kind, name: model, error, output, durationMs } of spans) {
      if (kind !== 'model') continue;
      calls.inc({ model, outcome: error === null ? 'ok' : 'error' });
      const answer = answered.safeParse(output);
      if (error !== null || !answer.success) continue;
      const { inputTokens, outputTokens, costKrw, firstTextMs } = answer.data;
      duration.observe({ model }, durationMs / 1_000);
      if (typeof firstTextMs === 'number') firstText.observe({ model }, firstTextMs / 1_000);
      tokens.inc({ model, direction: 'input' }, inputTokens);
      tokens.inc({ model, direction: 'output' }, outputTokens);
      if (costKrw !== undefined) cost.inc({ model }, costKrw);
    }
  };
}
