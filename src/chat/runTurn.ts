import { turnTimeoutMs } from '../agents/limits';
import { startTurnTrace } from '../audit/turnTrace';
import { AppError } from '../errors';
import { citeAnswer } from '../retrieval/citations';
import { requestContext } from '../logging/requestContext';
import { TurnLost } from '../repositories/turnLedger';
import type { ChatDependencies } from './dependencies';
import type { LastingLedger } from './lastingLedger';
import { historyTurns } from './limits';
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
  ledger: LastingLedger,
  dependencies: ChatDependencies,
): Promise<void> {
  const { repositories, feed, answerQuestion, suggestFollowUps, logger } = dependencies;
  const stream = openTurnStream(ledger, feed, (error) => aborter.abort(error));
  const trace = startTurnTrace({
    turnId: turn.turnId,
    employeeId: turn.actor.id,
    requestId: requestContext()?.requestId ?? null,
    input: { question: turn.question },
  });
  const overTime = setTimeout(() => aborter.abort(new AppError('step_limit_reached')), turnTimeoutMs);
  try {
    const history = turn.beginsChat
      ? []
      : await repositories.chatHistory.before(turn.turnId, { turns: historyTurns });
    const answer = await answerQuestion({
      ...turn,
      history,
      signal: aborter.signal,
      emit: stream.push,
      trace,
    });
    aborter.signal.throwIfAborted();
    const citations = citeAnswer(stream.text(), answer.passages);
    for (const citation of citations) stream.push({ type: 'citation', ...citation });
    const asked = { ...turn, history, trace, signal: aborter.signal };
    const followUps = await suggestFollowUps(asked, { ...answer, citations });
    if (followUps.length > 0) stream.push({ type: 'follow-ups', suggestions: followUps });
    const whole = { ...answer, text: stream.text(), citations, followUps };
    await recordCompleted(whole, { stream, trace, ledger });
  } catch (error) {
    const reason: unknown = aborter.signal.aborted ? aborter.signal.reason : error;
    if (reason instanceof TurnLost) logger.warn({ turnId: turn.turnId }, 'turn was ended by another process');
    else if (!(reason instanceof TurnAborted))
      logger.error({ err: reason, turnId: turn.turnId }, 'turn failed');
    await recordUnfinished(turn, reason, { stream, trace, ledger });
  } finally {
    clearTimeout(overTime);
  }
}
