import { randomUUID } from 'node:crypto';
import { UniqueConstraintError } from 'sequelize';
import { AppError } from '../errors';
import type { Actor } from '../policies/actor';
import type { TurnPlace } from '../repositories/turnLedger';
import type { ChatDependencies } from './dependencies';
import { turnLeaseSeconds } from './limits';
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
 * Takes a question in: chat, turn, message and first event are stored by one statement, and only then it is acknowledged. The
 * same `clientMessageId` again gives the same turn. `follow` is called before the first event of the turn is published.
 * @throws AppError `not_found` (no such chat of this person, or no such turn in it), `turn_already_running`
 */
export async function acceptQuestion(
  actor: Actor,
  question: Question,
  follow: (conversationId: string) => void,
  { repositories, feed, processId }: ChatDependencies,
): Promise<AcceptedQuestion> {
  const turnId = randomUUID();
  const conversationId = question.conversationId ?? randomUUID();
  const { text, clientMessageId } = question;
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
      question: text,
      event: { type: 'turn-started', question: text, clientMessageId },
    });
    if (!started) throw new AppError('not_found');
    follow(conversationId);
    feed.publish([started]);
    return { turnId, conversationId, answerFrom: started.seq, beginsChat: started.parentTurnId === null };
  } catch (error) {
    if (!(error instanceof UniqueConstraintError)) throw error;
    const sentBefore = await repositories.turns.findByClientMessage(actor.id, clientMessageId);
    if (!sentBefore) throw new AppError('turn_already_running', { cause: error });
    const isThere = await repositories.conversations.find(sentBefore.conversationId);
    if (!isThere) throw new AppError('not_found', { cause: error });
    follow(sentBefore.conversationId);
    const { id, conversationId: chatOfOld, status, ownerProcess } = sentBefore;
    // Stored, but nobody was told so: the answer of the database was lost on its way.
    const isOurs = status === 'running' && ownerProcess === processId;
    const chat = isOurs ? await repositories.conversations.find(chatOfOld) : null;
    return { turnId: id, conversationId: chatOfOld, answerFrom: chat?.lastSeq ?? null };
  }
}

function placeOf({ afterTurnId, editsTurnId, regeneratesTurnId }: Question): TurnPlace {
  const replaced = editsTurnId ?? regeneratesTurnId;
  if (replaced) return { kind: 'beside', turnId: replaced };
  return afterTurnId ? { kind: 'after', turnId: afterTurnId } : { kind: 'last' };
}
