import type { Answer } from '../agents/answerQuestion';
import { errorName, type TurnTrace } from '../audit/turnTrace';
import { AppError, errorText, type ErrorCode } from '../errors';
import type { Logger } from '../logging/logger';
import type { NewSpan } from '../repositories/newSpan';
import type { TurnToEnd } from '../repositories/turnLedger';
import type { Mask } from '../privacy/privacy';
import type { Citation, TurnEvent } from '../shared/chat';
import { isDatabaseAway } from '../storage/database/reachability';
import type { Telemetry } from '../telemetry/telemetry';
import type { LastingLedger } from './lastingLedger';
import type { ModelPrice } from '../env/chatLimits';
import { turnCost } from './turnCost';
import { TurnAborted, type RunnableTurn } from './turn';
import type { TurnStream } from './turnStream';

interface Recording {
  turn: Pick<RunnableTurn, 'turnId' | 'conversationId'>;
  stream: TurnStream;
  trace: TurnTrace;
  ledger: Pick<LastingLedger, 'end'>;
  mask: Mask;
  modelPrice: ModelPrice | undefined;
  telemetry: Telemetry;
  logger: Logger;
}

/** Ends a turn whose answer is whole: state, message, spans and last events are stored together, then published. */
export async function recordCompleted(
  answer: Answer & { text: string; citations: Citation[]; followUps: string[] },
  recording: Recording,
): Promise<void> {
  const { text, citations, usage, tables, toolCalls, followUps } = answer;
  const end = {
    status: 'completed' as const,
    answer: { content: text, citations, tables, toolCalls, model: usage.model, followUps },
    spans: recording.trace.finish({ output: { status: 'completed', text, citations, usage } }),
  };
  await record(end, { type: 'turn-completed', text, citations, usage }, recording);
}

/** Ends a turn that was stopped, failed or was interrupted; what was written so far is kept, with what it stands on. */
export async function recordUnfinished(
  turn: RunnableTurn,
  { reason, tables, toolCalls }: Pick<Answer, 'tables' | 'toolCalls'> & { reason: unknown },
  recording: Recording,
): Promise<void> {
  const status = reason instanceof TurnAborted ? reason.kind : ('failed' as const);
  const code = status === 'interrupted' ? 'turn_interrupted' : codeOf(reason);
  const text = recording.stream.text();
  const error = reason instanceof TurnAborted ? undefined : errorName(reason);
  const end = {
    status,
    answer: { content: text, tables, toolCalls, errorCode: status === 'stopped' ? undefined : code },
    spans: recording.trace.finish({ output: { status, text }, error }),
  };
  const event: TurnEvent =
    status === 'stopped'
      ? { type: 'turn-stopped', text }
      : { type: 'turn-failed', code, message: errorText(code, turn.language) };
  await record(end, event, recording);
}

/** Writes nothing where somebody else has ended the turn: an answer is written once. */
async function record(
  end: Pick<TurnToEnd, 'status' | 'answer' | 'spans'>,
  lastEvent: TurnEvent,
  { turn: { turnId, conversationId }, stream, trace, ledger, mask, modelPrice, telemetry, logger }: Recording,
): Promise<void> {
  const steps = trace.ended();
  const answer = { ...mask(end.answer), ...turnCost(steps, modelPrice) };
  let hasEnded = false;
  await stream.finish([lastEvent], async (events, unstored) => {
    const stored = await ledger.end({ ...end, answer, events, spans: [...unstored, ...end.spans], steps });
    hasEnded = stored !== null;
    return stored;
  });
  if (!hasEnded) return;
  telemetry.send({ turnId, conversationId, spans: steps });
  logSteps(steps, logger);
  const { model, errorCode, inputTokens, outputTokens } = answer;
  const ms = Math.round(steps.at(-1)!.durationMs);
  logger.info({ status: end.status, ms, model, code: errorCode, inputTokens, outputTokens }, 'turn ended');
}

/** What was asked and answered is in the audit: the log says what the program did, and what of it went wrong. */
function logSteps(steps: readonly NewSpan[], logger: Logger): void {
  for (const { kind, name, error, durationMs } of steps) {
    if (kind === 'turn') continue;
    const step = { step: kind, name, ms: Math.round(durationMs) };
    if (error === null || error === 'aborted') logger.debug(step, 'step');
    else logger.warn({ ...step, error }, 'step failed');
  }
}

function codeOf(reason: unknown): ErrorCode {
  if (reason instanceof AppError) return reason.code;
  return isDatabaseAway(reason) ? 'database_unavailable' : 'internal';
}
