import type { ChatDependencies } from './dependencies';
import { interruptAbandonedTurns } from './interruptAbandoned';
import { turnLeaseCheckMs, turnLeaseSeconds } from './limits';

/**
 * Extends the leases of this process's turns, and ends turns that nobody holds any more, until told to stop.
 * @returns a function that stops, settled when no look is under way.
 */
export function holdTurns(dependencies: ChatDependencies): () => Promise<void> {
  const { database, repositories, processId, heldTurns, logger } = dependencies;
  let looking: Promise<void> | null = null;
  const look = async () => {
    try {
      await database.whileReachable(async () => {
        await repositories.turns.extendLeases([...heldTurns], processId, turnLeaseSeconds);
        await interruptAbandonedTurns(dependencies);
      });
    } catch (error) {
      logger.error({ err: error }, 'holding turns');
    }
  };
  const timer = setInterval(() => {
    // A database that is slow is not asked more often.
    looking ??= look().finally(() => (looking = null));
  }, turnLeaseCheckMs);
  return async () => {
    clearInterval(timer);
    await looking;
  };
}
