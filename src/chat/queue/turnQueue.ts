import type { ChatLimits } from '../../env/chatLimits';
import { AppError } from '../../errors';
import type { Logger } from '../../logging/logger';
import type { QueuePlace } from '../../repositories/queuePlaces';
import { TurnAborted } from '../turn';
import { createPlaceTeller, type Told } from './tellPlaces';
import { createWaitingLine } from './waitingLine';

/** A question's claim to be answered by this process; it runs, or it waits until another one ends. */
export interface Place {
  /** @returns null when the turn may run at once; else where it stands, and a promise for the moment when it may. */
  enter(turn: { turnId: string; employeeId: number }, signal: AbortSignal): Wait | null;
  /** Given back when the turn has ended, or was not begun. */
  release(): void;
}

export interface Wait {
  /** 1 is next. */
  position: number;
  /**
   * Settled when the turn may run. Rejected with the signal's reason when it is aborted, with `TurnAborted` when the process
   * ends, and with AppError `waited_too_long`.
   */
  over: Promise<void>;
}

/** The turns of this process: so many run at once, so many wait, and others are not taken. */
export interface TurnQueue {
  /** @returns null when no more may wait. */
  reserve(): Place | null;
  /** How many turns run and wait here. */
  load(): { running: number; waiting: number };
  /** From now on nothing waits: what does is interrupted. Settled when nothing is being told any more. */
  close(): Promise<void>;
}

interface Waiting extends Told {
  employeeId: number;
  begin(): void;
  giveUp(reason: Error): void;
}

export function createTurnQueue(
  limits: ChatLimits['process'],
  store: (places: QueuePlace[]) => Promise<void>,
  logger: Logger,
): TurnQueue {
  const line = createWaitingLine<Waiting>();
  const teller = createPlaceTeller(line.inOrder, store, logger);
  /** Places given out: of turns that run, that wait, and that are being accepted. */
  let reserved = 0;
  let running = 0;
  let closed = false;

  const beginNext = () => {
    while (running < limits.running && line.size > 0) {
      running += 1;
      line.next()!.begin();
    }
    if (line.size > 0) teller.changed();
  };

  const wait = ({ turnId, employeeId }: { turnId: string; employeeId: number }, signal: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      const stopListening = () => {
        clearTimeout(tooLate);
        signal.removeEventListener('abort', aborted);
      };
      const waiting: Waiting = {
        turnId,
        employeeId,
        toldPosition: null,
        begin() {
          stopListening();
          resolve();
        },
        giveUp(reason) {
          stopListening();
          line.remove(waiting);
          teller.changed();
          reject(reason);
        },
      };
      const aborted = () => waiting.giveUp(signal.reason as Error);
      const tooLate = setTimeout(() => waiting.giveUp(new AppError('waited_too_long')), limits.waitingMs);
      signal.addEventListener('abort', aborted);
      line.add(waiting);
      teller.changed();
    });

  return {
    reserve() {
      if (reserved >= limits.running + limits.waiting) return null;
      reserved += 1;
      let runs = false;
      let isReleased = false;
      return {
        enter(turn, signal) {
          if (running < limits.running) {
            running += 1;
            runs = true;
            return null;
          }
          if (closed) throw new TurnAborted('interrupted');
          const over = wait(turn, signal).then(() => {
            runs = true;
            // Else a place that is being told would come behind the turn's first words.
            return teller.settled();
          });
          const position = line.inOrder().findIndex(({ turnId }) => turnId === turn.turnId) + 1;
          return { position, over };
        },
        release() {
          if (isReleased) return;
          isReleased = true;
          reserved -= 1;
          if (!runs) return;
          running -= 1;
          beginNext();
        },
      };
    },
    load: () => ({ running, waiting: line.size }),
    close() {
      closed = true;
      for (const waiting of line.inOrder()) waiting.giveUp(new TurnAborted('interrupted'));
      return teller.close();
    },
  };
}
