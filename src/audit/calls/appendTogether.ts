import type { NewSpan } from '../../repositories/newSpan';
import { isDatabaseAway } from '../../storage/database/reachability';

/** Records of one statement: some hundred kilobytes. */
const atOnce = 500;

/** Records that may wait: as many calls wait for theirs. More than that is refused, so that a flood fills no memory. */
const mayWait = 5_000;

/** There are too many records to be written already. */
export class TooManyRecords extends Error {}

interface Waiting {
  span: NewSpan;
  resolve(): void;
  reject(error: unknown): void;
}

/**
 * Writes records one statement at a time: what comes while one is under way goes together with the next. A single one waits for
 * nothing; of many at once each costs a part of a statement.
 * @returns a function whose promise settles when its record is stored, or could not be.
 */
export function createAppendTogether(
  append: (spans: NewSpan[]) => Promise<void>,
): (span: NewSpan) => Promise<void> {
  const waiting: Waiting[] = [];
  let isWriting = false;

  async function writeWaiting(): Promise<void> {
    isWriting = true;
    while (waiting.length > 0) await write(waiting.splice(0, atOnce));
    isWriting = false;
  }

  async function write(batch: Waiting[]): Promise<void> {
    try {
      await append(batch.map(({ span }) => span));
      for (const { resolve } of batch) resolve();
    } catch (error) {
      if (batch.length === 1 || isDatabaseAway(error)) {
        for (const { reject } of batch) reject(error);
      } else {
        // One that cannot be stored must not take the others with it.
        for (const each of batch) await write([each]);
      }
    }
  }

  return (span) => {
    if (waiting.length >= mayWait) return Promise.reject(new TooManyRecords());
    return new Promise((resolve, reject) => {
      waiting.push({ span, resolve, reject });
      if (!isWriting) void writeWaiting();
    });
  };
}
