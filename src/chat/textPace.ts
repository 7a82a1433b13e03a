import { coalesceMs } from './limits';

/** Share of the newest gap in the pace: a model that stutters is not taken for a slow one. */
const weightOfNewest = 0.2;

/** Pieces of text that a batch should have: a batch costs a write, and a frame for each reader. */
const piecesPerBatch = 4;

/** How long text is gathered, by the pace at which it comes. */
export interface TextPace {
  /** A piece of text came at this time (ms). @returns milliseconds to wait for more; 0 where none would come in time. */
  waitAfter(now: number): number;
}

/**
 * Text of a fast model is gathered for the shortest time; a slower one's for as long as a few pieces take, which a reader does
 * not notice beside the time between them. One so slow that nothing comes meanwhile is not made slower still.
 */
export function createTextPace(): TextPace {
  let last: number | null = null;
  let gap = 0;
  return {
    waitAfter(now) {
      if (last !== null) gap += weightOfNewest * (now - last - gap);
      last = now;
      if (gap >= coalesceMs.most) return 0;
      // Half a gap less: after the last piece of a batch nothing is left to wait for.
      return Math.min(coalesceMs.most, Math.max(coalesceMs.least, (piecesPerBatch - 0.5) * gap));
    },
  };
}
