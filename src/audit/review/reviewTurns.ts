import type { Transaction } from 'sequelize';
import type { Logger } from '../../logging/logger';
import type { Repositories } from '../../repositories/repositories';
import type { Database } from '../../storage/database/database';
import { flagsOf } from './flagsOf';
import type { RaiseFlags } from './raiseFlags';

/** Milliseconds between two looks for turns that have ended. */
const lookEveryMs = 1_000;

/** Turns of one look: a stop of the program waits for no more. */
const turnsPerLook = 100;

interface Parts {
  database: Pick<Database, 'sequelize'>;
  repositories: Pick<Repositories, 'turnsToReview' | 'flagRules'>;
  raiseFlags: RaiseFlags;
  logger: Logger;
  /** How rules see texts: read anew for each look. */
  textsForRules: () => Promise<(text: string) => string>;
}

/**
 * Raises the flags of turns that have ended. A turn comes in line in the statement that ends it, and leaves the line in the
 * transaction that raises its flags: a crash before the commit leaves it where it was, and whichever worker comes next takes it.
 */
export function createTurnReviewing({ database, repositories, raiseFlags, logger, textsForRules }: Parts) {
  const { turnsToReview, flagRules } = repositories;
  const { sequelize } = database;

  const raiseFor = async (turnId: string, seen: (text: string) => string, transaction: Transaction) => {
    const turn = await turnsToReview.read(turnId, transaction);
    if (!turn) return;
    const forRules = { question: seen(turn.question), answer: seen(turn.answer) };
    await raiseFlags(flagsOf(turn, await flagRules.active(transaction), forRules), transaction);
  };

  /** @returns false when no turn is due. */
  const reviewNext = async (): Promise<boolean> => {
    let taken: string | null = null;
    const seen = await textsForRules();
    try {
      await sequelize.transaction(async (transaction) => {
        taken = await turnsToReview.take(transaction);
        if (taken !== null) await raiseFor(taken, seen, transaction);
      });
    } catch (error) {
      if (taken === null) throw error;
      logger.error({ err: error, turnId: taken }, 'a turn could not be looked at for flags: later once more');
      await turnsToReview.putBack(taken);
    }
    return taken !== null;
  };

  /** Looks at turns until none is due, or so many were looked at. @returns how many. */
  const reviewWaiting = async (atMost = Infinity): Promise<number> => {
    let count = 0;
    while (count < atMost && (await reviewNext())) count += 1;
    return count;
  };

  return {
    reviewWaiting,
    /** Looks at turns as they end. @returns a function that stops, settled when nothing is under way. */
    keepReviewing(): () => Promise<void> {
      let looking: Promise<void> | null = null;
      const timer = setInterval(() => {
        looking ??= reviewWaiting(turnsPerLook)
          .then(
            () => {},
            (error: unknown) => logger.error({ err: error }, 'looking for flags'),
          )
          .finally(() => {
            looking = null;
          });
      }, lookEveryMs);
      return async () => {
        clearInterval(timer);
        await looking;
      };
    },
  };
}
