import type { Transaction } from 'sequelize';
import type { Answer } from '../agents/answerQuestion';
import { errorName, type TurnTrace } from '../audit/turnTrace';
import { AppError, errorText } from '../errors';
import type { NewMessage } from '../repositories/chatHistory';
import type { NewSpan } from '../repositories/traceLogs';
import type { Citation, TurnEvent } from '../shared/chat';
import type { ChatDependencies } from './dependencies';
import { TurnAborted, type RunnableTurn } from './turn';
import type { TurnStream } from './turnStream';

interface Recording {
  stream: TurnStream;
  trace: TurnTrace;
}

/** Ends a turn whose answer is whole: state, message, spans and last event are committed together, then published. */
export async function recordCompleted(
  turn: RunnableTurn,
  answer: Answer & { text: string; citations: Citation[] },
  { stream, trace }: Recording,
  dependencies: ChatDependencies,
): Promise<void> {
  const { text, citations, usage, tables, toolCalls } = answer;
  await stream.flush();
  const spans = trace.finish({ output: { status: 'completed', text, citations, usage } });
  await end(
    turn,
    {
      status: 'completed',
      content: text,
      citations,
      tables,
      toolCalls,
      model: usage.model,
      inputTokens: usage.inputTokens,
      outputTokens: usage.outputTokens,
    },
    spans,
    [{ type: 'turn-completed', text, citations, usage }],
    stream,
    dependencies,
  );
}

/** Ends a turn that was stopped, failed or was interrupted; what was written so far is kept. */
export async function recordUnfinished(
  turn: RunnableTurn,
  reason: unknown,
  { stream, trace }: Recording,
  dependencies: ChatDependencies,
): Promise<void> {
  const status = reason instanceof TurnAborted ? reason.kind : 'failed';
  const code =
    status === 'interrupted' ? 'turn_interrupted' : reason instanceof AppError ? reason.code : 'internal';
  // Events that could not be stored are lost with the turn; the end of it must still be written.
  await stream.flush().catch((error: unknown) => {
    dependencies.logger.error({ err: error, turnId: turn.turnId }, 'events of a turn could not be stored');
  });
  const text = stream.text();
  const error = reason instanceof TurnAborted ? undefined : errorName(reason);
  const spans = trace.finish({ output: { status, text }, error });
  const event: TurnEvent =
    status === 'stopped'
      ? { type: 'turn-stopped', text }
      : { type: 'turn-failed', code, message: errorText(code, turn.language) };
  await end(
    turn,
    { status, content: text, errorCode: status === 'stopped' ? undefined : code },
    spans,
    [event],
    stream,
    dependencies,
  );
}

async function end(
  turn: RunnableTurn,
  message: Omit<NewMessage, 'turnId' | 'conversationId' | 'role'>,
  spans: NewSpan[],
  events: TurnEvent[],
  stream: TurnStream,
  { database, repositories, processId: owner }: ChatDependencies,
): Promise<void> {
  const { turnId, conversationId } = turn;
  const publish = await database.sequelize.transaction(async (transaction: Transaction) => {
    // Somebody else ended it: an answer is written once.
    if (!(await repositories.turns.finish(turnId, message.status, { owner, transaction }))) return null;
    await repositories.chatHistory.append(
      { ...message, turnId, conversationId, role: 'assistant' },
      transaction,
    );
    await repositories.traceLogs.append(spans, transaction);
    return stream.finish(events, transaction);
  });
  publish?.();
}
