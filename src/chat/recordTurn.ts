import type { Answer } from '../agents/answerQuestion';
import { errorName, type TurnTrace } from '../audit/turnTrace';
import { AppError, errorText, type ErrorCode } from '../errors';
import type { TurnToEnd } from '../repositories/turnLedger';
import type { Citation, TurnEvent } from '../shared/chat';
import { isDatabaseAway } from '../storage/database/reachability';
import type { LastingLedger } from './lastingLedger';
import { TurnAborted, type RunnableTurn } from './turn';
import type { TurnStream } from './turnStream';

interface Recording {
  stream: TurnStream;
  trace: TurnTrace;
  ledger: Pick<LastingLedger, 'end'>;
}

/** Ends a turn whose answer is whole: state, message, spans and last events are stored together, then published. */
export async function recordCompleted(
  answer: Answer & { text: string; citations: Citation[]; followUps: string[] },
  { stream, trace, ledger }: Recording,
): Promise<void> {
  const { text, citations, usage, tables, toolCalls, followUps } = answer;
  const { model, inputTokens, outputTokens } = usage;
  const end = {
    status: 'completed' as const,
    answer: { content: text, citations, tables, toolCalls, model, inputTokens, outputTokens, followUps },
    spans: trace.finish({ output: { status: 'completed', text, citations, usage } }),
  };
  await record(end, { type: 'turn-completed', text, citations, usage }, stream, ledger);
}

/** Ends a turn that was stopped, failed or was interrupted; what was written so far is kept. */
export async function recordUnfinished(
  turn: RunnableTurn,
  reason: unknown,
  { stream, trace, ledger }: Recording,
): Promise<void> {
  const status = reason instanceof TurnAborted ? reason.kind : ('failed' as const);
  const code = status === 'interrupted' ? 'turn_interrupted' : codeOf(reason);
  const text = stream.text();
  const error = reason instanceof TurnAborted ? undefined : errorName(reason);
  const end = {
    status,
    answer: { content: text, errorCode: status === 'stopped' ? undefined : code },
    spans: trace.finish({ output: { status, text }, error }),
  };
  const event: TurnEvent =
    status === 'stopped'
      ? { type: 'turn-stopped', text }
      : { type: 'turn-failed', code, message: errorText(code, turn.language) };
  await record(end, event, stream, ledger);
}

/** Writes nothing where somebody else has ended the turn: an answer is written once. */
function record(
  end: Pick<TurnToEnd, 'status' | 'answer' | 'spans'>,
  lastEvent: TurnEvent,
  stream: TurnStream,
  ledger: Recording['ledger'],
): Promise<void> {
  return stream.finish([lastEvent], (events) => ledger.end({ ...end, events }));
}

function codeOf(reason: unknown): ErrorCode {
  if (reason instanceof AppError) return reason.code;
  return isDatabaseAway(reason) ? 'database_unavailable' : 'internal';
}
