import { randomUUID } from 'node:crypto';
import { UniqueConstraintError } from 'sequelize';
import { eventSpan } from '../audit/auditLog';
import { AppError } from '../errors';
import { noteRecord } from '../logging/requestContext';
import type { Actor } from '../policies/actor';
import { QuestionRefused } from '../repositories/questionRefused';
import type { TurnPlace } from '../repositories/turnPlace';
import type { ChatDependencies } from './dependencies';
import { retryRunningSeconds, turnLeaseSeconds } from './limits';
import { titleOf } from './titleOf';

export interface Question {
  clientMessageId: string;
  conversationId?: string;
  text: string;
  /** The turn it goes on from; not given: the one begun last. */
  afterTurnId?: string;
  /** The turn whose question it replaces, as a branch beside it. */
  editsTurnId?: string;
  /** The turn whose question is asked again, as a branch beside it. */
  regeneratesTurnId?: string;
}

export interface AcceptedQuestion {
  turnId: string;
  conversationId: string;
  /**
   * Number of the chat's last event, when the turn is to be answered by this process; null when this message was sent before
   * and its turn has ended or is another process's.
   */
  answerFrom: number | null;
  /** Whether it begins its chat, or a branch of its beginning: nothing was said before. */
  beginsChat?: boolean;
}

/**
 * Takes a question in: chat, turn, message, record and first event are stored by one statement, and only then it is acknowledged.
 * The same `clientMessageId` again gives the same turn. `follow` is called before the first event of the turn is published.
 * @throws AppError `not_found` (no such chat of this person, or no such turn in it), `turn_already_running`, and those of
 *   limits: `too_many_running`, `too_many_questions`, `daily_limit_reached`, `daily_limit_of_all_reached`
 */
export async function acceptQuestion(
  actor: Actor,
  question: Question,
  follow: (conversationId: string) => void,
  dependencies: ChatDependencies,
): Promise<AcceptedQuestion> {
  const { repositories, feed, processId, limits } = dependencies;
  const turnId = randomUUID();
  const conversationId = question.conversationId ?? randomUUID();
  const { text, clientMessageId } = question;
  const record = question.regeneratesTurnId ? 'chat:regenerate' : 'chat:send';
  try {
    const started = await repositories.turnLedger.begin({
      turnId,
      conversationId,
      title: question.conversationId ? null : titleOf(text),
      employeeId: actor.id,
      clientMessageId,
      regeneratesTurnId: question.regeneratesTurnId ?? null,
      place: placeOf(question),
      ownerProcess: processId,
      leaseSeconds: turnLeaseSeconds,
      limits,
      question: text,
      asked: eventSpan({
        name: record,
        ...{ employeeId: actor.id, turnId, input: { ...question, conversationId } },
      }),
      event: { type: 'turn-started', question: text, clientMessageId },
    });
    if (!started) throw new AppError('not_found');
    noteRecord(record);
    follow(conversationId);
    feed.publish([started]);
    return { turnId, conversationId, answerFrom: started.seq, beginsChat: started.parentTurnId === null };
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal) throw error;
    const sentBefore = await acceptedBefore(actor, question, follow, dependencies);
    if (!sentBefore) throw refusal;
    return sentBefore;
  }
}

/**
 * The turn of a message that was sent before; whatever is refused now, it was accepted then.
 * @throws AppError `not_found` when its chat is gone.
 */
export async function acceptedBefore(
  actor: Actor,
  { clientMessageId }: Question,
  follow: (conversationId: string) => void,
  { repositories, processId, heldTurns }: ChatDependencies,
): Promise<AcceptedQuestion | null> {
  const turn = await repositories.turns.findByClientMessage(actor.id, clientMessageId);
  if (!turn) return null;
  const chat = await repositories.conversations.find(turn.conversationId);
  if (!chat) throw new AppError('not_found');
  follow(turn.conversationId);
  const { id: turnId, conversationId } = turn;
  // Stored, but nobody was told so: the answer of the database was lost on its way. A turn that was answered here is held
  // until its end is stored, so the turn is read once more after it was seen not to be held.
  const mayBeLeft = turn.ownerProcess === processId && !heldTurns.has(turnId);
  const isLeft = mayBeLeft && (await repositories.turns.find(turnId))?.status === 'running';
  return { turnId, conversationId, answerFrom: isLeft ? chat.lastSeq : null };
}

/** What somebody is told whose question could not be stored; null: the error says nothing of that kind. */
function refusalOf(error: unknown): AppError | null {
  if (error instanceof UniqueConstraintError) return new AppError('turn_already_running', { cause: error });
  if (!(error instanceof QuestionRefused)) return null;
  const { code, retryAfterSeconds = retryRunningSeconds } = error.refusal;
  return new AppError(code, { extra: { retryAfterSeconds } });
}

function placeOf({ afterTurnId, editsTurnId, regeneratesTurnId }: Question): TurnPlace {
  const replaced = editsTurnId ?? regeneratesTurnId;
  if (replaced) return { kind: 'beside', turnId: replaced };
  return afterTurnId ? { kind: 'after', turnId: afterTurnId } : { kind: 'last' };
}
