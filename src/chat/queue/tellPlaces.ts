import type { Logger } from '../../logging/logger';
import type { QueuePlace } from '../../repositories/queuePlaces';
import { tellPlacesMs } from '../limits';

/** Whoever waits, with the place it was told last. */
export interface Told {
  turnId: string;
  toldPosition: number | null;
}

/** Tells those who wait where they stand, as often as it changes but no more than once a second, all at once. */
export interface PlaceTeller {
  /** The order may have changed. */
  changed(): void;
  /** Settled when what is being told has been stored: what a turn says afterwards comes after it. */
  settled(): Promise<void>;
  /** Tells no more. Settled as `settled`. */
  close(): Promise<void>;
}

export function createPlaceTeller(
  inOrder: () => Told[],
  store: (places: QueuePlace[]) => Promise<void>,
  logger: Logger,
): PlaceTeller {
  let toldAt = -Infinity;
  let timer: NodeJS.Timeout | null = null;
  let telling: Promise<void> = Promise.resolve();

  const tell = async (): Promise<void> => {
    const places: QueuePlace[] = [];
    for (const [at, waiting] of inOrder().entries()) {
      const position = at + 1;
      if (waiting.toldPosition === position) continue;
      waiting.toldPosition = position;
      places.push({ turnId: waiting.turnId, position });
    }
    if (places.length === 0) return;
    toldAt = performance.now();
    await store(places).catch((error: unknown) => {
      // Whoever waits is told again when the place changes, and keeps it.
      logger.error({ err: error }, 'places in the queue could not be told');
    });
  };

  const tellNow = () => {
    timer = null;
    telling = telling.then(tell);
  };

  return {
    changed() {
      timer ??= setTimeout(tellNow, Math.max(0, toldAt + tellPlacesMs - performance.now()));
    },
    settled: () => telling,
    close() {
      if (timer) clearTimeout(timer);
      timer = null;
      return telling;
    },
  };
}
