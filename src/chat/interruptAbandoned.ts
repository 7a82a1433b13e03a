import { startTurnTrace } from '../audit/turnTrace';
import { errorText } from '../errors';
import type { ChatDependencies } from './dependencies';
import { turnTimeoutMs } from './limits';

/**
 * Ends turns whose process is gone. The embedded database has one process, so there every running turn of another one is
 * abandoned; on a server another process may be at work, until the time a turn may take is over.
 * @returns the turns that were ended.
 */
export async function interruptAbandonedTurns({
  database,
  repositories,
  feed,
  processId,
}: ChatDependencies): Promise<string[]> {
  const graceMs = database.engine === 'pglite' ? 0 : turnTimeoutMs * 1.5;
  const ended: string[] = [];
  for (const turn of await repositories.turns.runningElsewhere(processId)) {
    if (Date.now() - turn.startedAt.getTime() < graceMs) continue;
    const { id: turnId, conversationId } = turn;
    const text = await repositories.turnEvents.sentText(turnId);
    const event = {
      type: 'turn-failed' as const,
      code: 'turn_interrupted',
      message: errorText('turn_interrupted', 'ko'),
    };
    const seq = await database.sequelize.transaction(async (transaction) => {
      if (!(await repositories.turns.finish(turnId, 'interrupted', transaction))) return null;
      await repositories.chatHistory.append(
        {
          turnId,
          conversationId,
          role: 'assistant',
          content: text,
          status: 'interrupted',
          errorCode: 'turn_interrupted',
        },
        transaction,
      );
      const spans = startTurnTrace({
        turnId,
        employeeId: turn.employeeId,
        requestId: null,
        input: null,
      }).finish({
        output: { status: 'interrupted', text },
        error: 'turn_interrupted',
      });
      await repositories.traceLogs.append(spans, transaction);
      return repositories.turnEvents.append(conversationId, turnId, [event], transaction);
    });
    if (seq === null) continue;
    feed.publish([{ ...event, conversationId, turnId, seq }]);
    ended.push(turnId);
  }
  return ended;
}
