import type { ChatDependencies } from './dependencies';
import { endForeignTurn } from './endForeignTurn';

/**
 * Ends turns that no process answers any more: those whose lease is over. The embedded database has one process, so there every running
 * turn of another one is abandoned.
 */
export async function interruptAbandonedTurns(dependencies: ChatDependencies): Promise<void> {
  const { database, repositories, processId, heldTurns } = dependencies;
  const options = database.engine === 'pglite' ? { ofOthersThan: processId } : {};
  for (const turn of await repositories.turns.abandoned([...heldTurns], options)) {
    await endForeignTurn(turn, 'interrupted', dependencies);
  }
}
