import type { ChatDependencies } from './dependencies';
import { endForeignTurn } from './endForeignTurn';

/**
 * Ends turns that no process answers any more: those whose lease is over. The embedded database has one process, so there every running
 * turn of another one is abandoned.
 * @returns the turns that were ended.
 */
export async function interruptAbandonedTurns(dependencies: ChatDependencies): Promise<string[]> {
  const { database, repositories, processId, heldTurns } = dependencies;
  const options = database.engine === 'pglite' ? { ofOthersThan: processId } : {};
  const ended: string[] = [];
  for (const turn of await repositories.turns.abandoned([...heldTurns], options)) {
    if (await endForeignTurn(turn, 'interrupted', dependencies)) ended.push(turn.id);
  }
  return ended;
}
