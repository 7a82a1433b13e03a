import { startTurnTrace } from '../audit/turnTrace';
import { errorText } from '../errors';
import type { StartedStep } from '../repositories/turnEvents';
import type { TurnRecord } from '../repositories/turns';
import type { TurnEvent } from '../shared/chat';
import type { ChatDependencies } from './dependencies';
import { turnCost } from './turnCost';

/** How a turn ends that its own process did not end. */
export type ForeignEnd = 'interrupted' | 'stopped';

/**
 * Ends a turn of another process: its state, what was sent of the answer, a span that says so, one for each step that was under
 * way and the last event are committed together. Whoever held it can write nothing for it from then on.
 */
export async function endForeignTurn(
  { id: turnId, conversationId, employeeId }: TurnRecord,
  status: ForeignEnd,
  { database, repositories, feed, privacy: { mask }, modelPrice, telemetry }: ChatDependencies,
): Promise<void> {
  const errorCode = status === 'interrupted' ? ('turn_interrupted' as const) : undefined;
  const trace = startTurnTrace({ turnId, employeeId, requestId: null, input: null, mask });
  const ended = await database.sequelize.transaction(async (transaction) => {
    // So that nothing is sent between the reading of what was sent and the end.
    await repositories.turns.lock(turnId, transaction);
    const { text, ...sent } = await repositories.turnEvents.sentAnswer(turnId, transaction);
    const cutOff = await repositories.turnEvents.stepsWithoutSpan(turnId, transaction);
    for (const step of cutOff) trace.add(cutOffSpan(step));
    const spans = trace.finish({ output: { status, text }, error: errorCode });
    const before = await repositories.traceLogs.ofTurn(turnId, transaction);
    const end = {
      turnId,
      conversationId,
      status,
      answer: { content: text, ...sent, errorCode, ...turnCost(before, modelPrice) },
      spans,
      steps: [...before, ...spans],
      events: [lastEvent(status, text)],
    };
    const events = await repositories.turnLedger.end(end, transaction);
    return events && { events, spans: end.steps.filter(({ kind }) => kind !== 'event') };
  });
  if (!ended) return;
  feed.publish(ended.events);
  telemetry.send({ turnId, conversationId, spans: ended.spans });
}

/** A step somebody saw begin: what went in and came out, only the process knew that is gone. */
function cutOffSpan({ stepId, kind, name, startedAt }: StartedStep) {
  const spanKind = kind === 'model' || kind === 'link' ? kind : ('tool' as const);
  const ms = Math.max(0, Date.now() - startedAt.getTime());
  return { id: stepId, kind: spanKind, name, input: null, output: null, error: 'cut_off', startedAt, ms };
}

function lastEvent(status: ForeignEnd, text: string): TurnEvent {
  if (status === 'stopped') return { type: 'turn-stopped', text };
  const code = 'turn_interrupted';
  return { type: 'turn-failed', code, message: errorText(code, 'ko') };
}
