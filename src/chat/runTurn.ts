import { turnTimeoutMs } from '../agents/limits';
import { startTurnTrace } from '../audit/turnTrace';
import { AppError } from '../errors';
import { citeAnswer } from '../retrieval/citations';
import { requestContext } from '../logging/requestContext';
import { TurnLost } from '../repositories/turnLedger';
import type { ChatDependencies } from './dependencies';
import { historyMessages } from './limits';
import { recordCompleted, recordUnfinished } from './recordTurn';
import { TurnAborted, type RunnableTurn } from './turn';
import { openTurnStream } from './turnStream';

/**
 * One turn: the agent answers while its events are stored and sent, then the answer is cited and recorded. However it
 * ends, its rows are written and the reader is told.
 */
export async function runTurn(
  turn: RunnableTurn,
  aborter: AbortController,
  dependencies: ChatDependencies,
): Promise<void> {
  const { repositories, feed, answerQuestion, logger, processId } = dependencies;
  const { turnId, conversationId } = turn;
  const held = { turnId, conversationId, owner: processId };
  const stream = openTurnStream(held, repositories.turnLedger, feed, (error) => aborter.abort(error));
  const trace = startTurnTrace({
    turnId: turn.turnId,
    employeeId: turn.actor.id,
    requestId: requestContext()?.requestId ?? null,
    input: { question: turn.question },
  });
  const overTime = setTimeout(() => aborter.abort(new AppError('step_limit_reached')), turnTimeoutMs);
  try {
    const history = turn.isFirst
      ? []
      : await repositories.chatHistory.latest(conversationId, {
          exceptTurnId: turnId,
          limit: historyMessages,
        });
    const answer = await answerQuestion({
      ...turn,
      history,
      signal: aborter.signal,
      emit: stream.push,
      sendNow: stream.sendNow,
      trace,
    });
    aborter.signal.throwIfAborted();
    const citations = citeAnswer(stream.text(), answer.passages);
    for (const citation of citations) stream.push({ type: 'citation', ...citation });
    await recordCompleted(
      turn,
      { ...answer, text: stream.text(), citations },
      { stream, trace },
      dependencies,
    );
  } catch (error) {
    const reason: unknown = aborter.signal.aborted ? aborter.signal.reason : error;
    if (reason instanceof TurnLost) logger.warn({ turnId: turn.turnId }, 'turn was ended by another process');
    else if (!(reason instanceof TurnAborted))
      logger.error({ err: reason, turnId: turn.turnId }, 'turn failed');
    await recordUnfinished(turn, reason, { stream, trace }, dependencies);
  } finally {
    clearTimeout(overTime);
  }
}
