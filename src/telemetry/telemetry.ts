import type { NewSpan } from '../repositories/newSpan';

/** Steps of a turn as the audit has stored them. */
export interface StoredTrace {
  turnId: string;
  conversationId: string;
  /** With the turn's own step, or those that came after it. */
  spans: readonly NewSpan[];
}

/** Is shown what the audit stored of turns: counts it, and sends it to a collector too. Nothing waits for it, and it never throws. */
export interface Telemetry {
  send(trace: StoredTrace): void;
  /** Sends what waits, as far as the collector takes it within seconds. */
  close(): Promise<void>;
}
