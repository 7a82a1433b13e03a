import { collectDefaultMetrics, Registry } from 'prom-client';
import type { StoredTrace } from '../telemetry';
import { createCallMetrics, type CallMetrics } from './callMetrics';
import { createJobMetrics } from './jobMetrics';
import { createModelMetrics } from './modelMetrics';
import { createSignInMetrics, type CountSignInCheck } from './signInMetrics';
import { createStepMetrics } from './stepMetrics';
import { createTurnMetrics } from './turnMetrics';

/** Figures of one process for Prometheus. What each means stands in `docs/operations.md`. */
export interface Metrics {
  registry: Registry;
  calls: CallMetrics;
  noteJob: ReturnType<typeof createJobMetrics>;
  countSignInCheck: CountSignInCheck;
  /** Counts what the audit has stored of a turn. */
  countTrace(trace: Pick<StoredTrace, 'spans'>): void;
  /** Has this look done before each scrape. */
  lookBefore(look: () => Promise<void>): void;
  /** All figures, as Prometheus reads them. */
  read(): Promise<string>;
}

/** @param tools names of the tools models are offered. */
export function createMetrics(tools: readonly string[]): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const counters = [
    createTurnMetrics(registry),
    createStepMetrics(registry, tools),
    createModelMetrics(registry),
  ];
  const looks: (() => Promise<void>)[] = [];
  return {
    registry,
    calls: createCallMetrics(registry),
    noteJob: createJobMetrics(registry),
    countSignInCheck: createSignInMetrics(registry),
    countTrace: ({ spans }) => counters.forEach((count) => count(spans)),
    lookBefore: (look) => looks.push(look),
    async read() {
      await Promise.all(looks.map((look) => look()));
      return registry.metrics();
    },
  };
}
