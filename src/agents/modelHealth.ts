import { downMs, failuresUntilDown, longestDownMs } from './limits';
import type { ModelTrouble, TroubleKind } from './modelTrouble';

/** What this process knows of its endpoint: while it is down nobody waits for it. */
export interface ModelHealth {
  /** By which trouble it is down; null when it is not. */
  downBy(): TroubleKind | null;
  succeeded(): void;
  /** A call has failed for good. */
  failed(trouble: ModelTrouble): void;
}

/** What says something of the endpoint and not of one question. */
const ofEndpoint: ReadonlySet<TroubleKind> = new Set(['rate-limited', 'unavailable', 'silent']);

/** After some failures in a row the endpoint is left alone for a while; then the next call shows how it is. */
export function createModelHealth(now: () => number = Date.now): ModelHealth {
  let failures = 0;
  let downUntil = 0;
  let lastTrouble: TroubleKind | null = null;
  return {
    downBy: () => (now() < downUntil ? lastTrouble : null),
    succeeded() {
      failures = 0;
    },
    failed({ kind, retryAfterMs = 0 }) {
      if (!ofEndpoint.has(kind)) return;
      failures += 1;
      lastTrouble = kind;
      const pauseMs = Math.min(retryAfterMs, longestDownMs);
      if (pauseMs > 0 || failures >= failuresUntilDown) downUntil = now() + Math.max(pauseMs, downMs);
    },
  };
}
