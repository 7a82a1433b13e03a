import { firstPauseMs, longestRetryAfterMs, maximumTries } from './limits';
import type { ModelTrouble, TroubleKind } from './modelTrouble';

/** What may pass by itself. A model that was silent has taken all the time a reader has. */
const mayPass: ReadonlySet<TroubleKind> = new Set(['rate-limited', 'unavailable', 'unusable']);

/**
 * The pause after a try that failed: any length up to a bound that doubles (full jitter), so that many turns do not come
 * back at once, and not before the endpoint wants to be asked.
 * @param tries made so far.
 * @returns milliseconds; null when there should be no other try.
 */
export function pauseBefore({ kind, retryAfterMs = 0 }: ModelTrouble, tries: number): number | null {
  if (!mayPass.has(kind) || tries >= maximumTries || retryAfterMs > longestRetryAfterMs) return null;
  // Asked to wait, once: two such waits would be too long.
  if (retryAfterMs > 0 && tries > 1) return null;
  return retryAfterMs + Math.random() * firstPauseMs * 2 ** (tries - 1);
}
