import type { Logger } from '../logging/logger';
import type { NumberRollupRepository } from '../repositories/numberRollups';

/** Milliseconds between two looks for hours that are over: what is later is counted from what was written, hours of it quickly. */
const lookEveryMs = 10 * 60_000;
/** Milliseconds that an hour is over before it is made: a summary behind its last turn is written by then. */
const lateSpansMs = 10 * 60_000;

/**
 * Makes what the numbers of the audit are counted from, of each hour that is over, until told to stop. The first look begins at
 * once and takes up all there is.
 * @returns a function that stops, settled when nothing is being made.
 */
export function keepNumbers(rollups: NumberRollupRepository, logger: Logger): () => Promise<void> {
  let hasStopped = false;
  let making: Promise<void> | null = null;
  const look = async () => {
    try {
      while (!hasStopped && (await rollups.makeNext(new Date(Date.now() - lateSpansMs))));
    } catch (error) {
      // Nothing is lost: what is not made is counted from what was written.
      logger.error({ err: error }, 'numbers of the audit');
    }
  };
  const begin = () => {
    making ??= look().finally(() => {
      making = null;
    });
  };
  const timer = setInterval(begin, lookEveryMs);
  begin();
  return async () => {
    hasStopped = true;
    clearInterval(timer);
    await making;
  };
}
