import type { ChatDependencies } from './dependencies';
import { interruptAbandonedTurns } from './interruptAbandoned';
import { turnLeaseCheckMs, turnLeaseSeconds } from './limits';

/**
 * Extends the leases of this process's turns, and ends turns that nobody holds any more, until told to stop.
 * @returns a function that stops.
 */
export function holdTurns(dependencies: ChatDependencies): () => void {
  const { repositories, processId, logger } = dependencies;
  let busy = false;
  const look = async () => {
    if (busy) return; // a database that is slow is not asked more often
    busy = true;
    try {
      await repositories.turns.extendLeases(processId, turnLeaseSeconds);
      await interruptAbandonedTurns(dependencies);
    } catch (error) {
      logger.error({ err: error }, 'holding turns');
    } finally {
      busy = false;
    }
  };
  const timer = setInterval(() => void look(), turnLeaseCheckMs);
  return () => clearInterval(timer);
}
