import { startTurnTrace } from '../audit/turnTrace';
import { errorText } from '../errors';
import type { TurnRecord } from '../repositories/turns';
import type { TurnEvent } from '../shared/chat';
import type { ChatDependencies } from './dependencies';

/** How a turn ends that its own process did not end. */
export type ForeignEnd = 'interrupted' | 'stopped';

/**
 * Ends a turn of another process: its state, what was sent of the answer, a span that says so and the last event are
 * committed together. Whoever held it can write nothing for it from then on.
 */
export async function endForeignTurn(
  { id: turnId, conversationId, employeeId }: TurnRecord,
  status: ForeignEnd,
  { database, repositories, feed, privacy: { mask } }: ChatDependencies,
): Promise<void> {
  const errorCode = status === 'interrupted' ? ('turn_interrupted' as const) : undefined;
  const trace = startTurnTrace({ turnId, employeeId, requestId: null, input: null, mask });
  const ended = await database.sequelize.transaction(async (transaction) => {
    // So that nothing is sent between the reading of what was sent and the end.
    await repositories.turns.lock(turnId, transaction);
    const { text, ...sent } = await repositories.turnEvents.sentAnswer(turnId, transaction);
    const end = {
      turnId,
      conversationId,
      status,
      answer: { content: text, ...sent, errorCode },
      spans: trace.finish({ output: { status, text }, error: errorCode }),
      events: [lastEvent(status, text)],
    };
    return repositories.turnLedger.end(end, transaction);
  });
  feed.publish(ended ?? []);
}

function lastEvent(status: ForeignEnd, text: string): TurnEvent {
  if (status === 'stopped') return { type: 'turn-stopped', text };
  const code = 'turn_interrupted';
  return { type: 'turn-failed', code, message: errorText(code, 'ko') };
}
