import { nothingGathered } from '../agents/agentContext';
import { turnTimeoutMs } from '../agents/limits';
import { startTurnTrace, type TurnTrace } from '../audit/turnTrace';
import { AppError } from '../errors';
import { citeAnswer } from '../retrieval/citations';
import { requestContext } from '../logging/requestContext';
import { TurnLost } from '../repositories/turnLedger';
import type { ChatDependencies } from './dependencies';
import type { LastingLedger } from './lastingLedger';
import type { Place } from './queue/turnQueue';
import { recordCompleted, recordUnfinished } from './recordTurn';
import { TurnAborted, type RunnableTurn } from './turn';
import { withCost } from './turnCost';
import { openTurnStream } from './turnStream';

/**
 * One turn: it waits for its place, the agent answers while its events are stored and sent, then the answer is cited and
 * recorded. However it ends, its rows are written and the reader is told.
 */
export async function runTurn(
  accepted: RunnableTurn,
  { place, aborter, ledger }: { place: Place; aborter: AbortController; ledger: LastingLedger },
  dependencies: ChatDependencies,
): Promise<void> {
  let turn = accepted;
  const { feed, memory, answerQuestion, suggestFollowUps, logger } = dependencies;
  const { modelPrice, telemetry } = dependencies;
  const gathered = nothingGathered();
  const masks = dependencies.privacy.ofTurn(() => gathered.passages);
  const trace = startTurnTrace({
    turnId: turn.turnId,
    employeeId: turn.actor.id,
    requestId: requestContext()?.requestId ?? null,
    input: { question: turn.question, ...personalDataIn(turn.question, dependencies) },
    mask: masks.mask,
    complete: (span) => withCost(span, modelPrice),
  });
  const stream = openTurnStream({ ledger, trace, feed, masks }, (error) => aborter.abort(error));
  const recording = { turn, stream, trace, ledger, mask: masks.mask, modelPrice, telemetry, logger };
  logger.info({ conversationId: turn.conversationId, employeeId: turn.actor.id }, 'turn begins');
  let overTime: NodeJS.Timeout | undefined;
  try {
    const waited = await waitForPlace(turn, place, { trace, signal: aborter.signal });
    if (waited) turn = { ...turn, actor: await dependencies.admitAgain(turn.actor.id) };
    overTime = setTimeout(() => aborter.abort(new AppError('step_limit_reached')), turnTimeoutMs);
    const recalled = await memory.recall(turn, trace);
    const answer = await answerQuestion({
      ...turn,
      past: recalled.past,
      signal: aborter.signal,
      emit: stream.push,
      sendNow: stream.sendNow,
      trace,
      mask: masks.mask,
      gathered,
    });
    aborter.signal.throwIfAborted();
    const citations = citeAnswer(stream.text(), answer.passages);
    for (const citation of citations) stream.push({ type: 'citation', ...citation });
    const asked = { ...turn, past: recalled.past, trace, signal: aborter.signal };
    const followUps = await suggestFollowUps(asked, { ...answer, citations });
    if (followUps.length > 0) stream.push({ type: 'follow-ups', suggestions: followUps });
    const whole = { ...answer, text: stream.text(), citations, followUps };
    await recordCompleted(whole, recording);
    memory.keep(turn, { recalled, answer: whole.text, trace });
  } catch (error) {
    const reason: unknown = aborter.signal.aborted ? aborter.signal.reason : error;
    if (reason instanceof TurnLost) logger.warn({ turnId: turn.turnId }, 'turn was ended by another process');
    else if (reason instanceof AppError && reason.code === 'waited_too_long')
      logger.warn({ turnId: turn.turnId }, 'turn waited too long');
    else if (reason instanceof AppError && reason.code === 'unauthenticated')
      logger.warn({ turnId: turn.turnId }, 'turn of a person who is no more let in');
    else if (!(reason instanceof TurnAborted))
      logger.error({ err: reason, turnId: turn.turnId }, 'turn failed');
    await recordUnfinished(turn, { reason, ...gathered }, recording);
  } finally {
    clearTimeout(overTime);
  }
}

/** What the trace says of personal data in a question: which kinds were masked, or stand there. */
function personalDataIn(question: string, { privacy }: ChatDependencies) {
  const kinds = privacy.kindsIn(question);
  return kinds.length > 0 ? { personalData: kinds } : {};
}

/** @returns whether the turn had to wait. */
async function waitForPlace(
  { turnId, actor }: RunnableTurn,
  place: Place,
  { trace, signal }: { trace: TurnTrace; signal: AbortSignal },
): Promise<boolean> {
  const wait = place.enter({ turnId, employeeId: actor.id }, signal);
  if (!wait) return false;
  const span = { kind: 'queue' as const, name: 'queue', input: { position: wait.position } };
  await trace.measure(
    span,
    () => wait.over,
    () => null,
  );
  signal.throwIfAborted();
  return true;
}
