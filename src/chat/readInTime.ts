import type { ReadAs } from '../storage/database/database';

/**
 * Milliseconds one reading for questions that are offered may take: far longer than anybody waits for them. To cut it off would
 * cost more than to let it end: the embedded database starts again then, for everybody.
 */
export const offerReadTimeoutMs = 15_000;

/** Reads while there is time, which is looked at between readings. @throws the reason of the signal once there is none. */
export function readInTime(readAs: ReadAs, late: AbortSignal): ReadAs {
  return (...reading) => {
    late.throwIfAborted();
    return readAs(...reading);
  };
}
