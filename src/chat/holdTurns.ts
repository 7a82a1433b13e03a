import type { ChatDependencies } from './dependencies';
import { interruptAbandonedTurns } from './interruptAbandoned';
import { turnLeaseCheckMs, turnLeaseSeconds } from './limits';

/**
 * Extends the leases of this process's turns, and ends turns that nobody holds any more, until told to stop. Each on its own: a
 * process that has much to do must not lose its turns because it is slow in looking after those of others.
 * @returns a function that stops, settled when no look is under way.
 */
export function holdTurns(dependencies: ChatDependencies): () => Promise<void> {
  const { database, repositories, processId, heldTurns } = dependencies;
  const stops = [
    lookAgain(dependencies, () =>
      repositories.turns.extendLeases([...heldTurns], processId, turnLeaseSeconds, database.aside),
    ),
    lookAgain(dependencies, () => interruptAbandonedTurns(dependencies)),
  ];
  return async () => {
    await Promise.all(stops.map((stop) => stop()));
  };
}

/** @returns a function that stops, settled when no look is under way. */
function lookAgain(
  { database, logger }: ChatDependencies,
  look: () => Promise<unknown>,
): () => Promise<void> {
  let looking: Promise<void> | null = null;
  const lookOnce = async () => {
    try {
      await database.whileReachable(look);
    } catch (error) {
      logger.error({ err: error }, 'holding turns');
    }
  };
  const timer = setInterval(() => {
    // A database that is slow is not asked more often.
    looking ??= lookOnce().finally(() => (looking = null));
  }, turnLeaseCheckMs);
  return async () => {
    clearInterval(timer);
    await looking;
  };
}
