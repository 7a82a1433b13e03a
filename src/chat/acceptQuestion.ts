import { randomUUID } from 'node:crypto';
import { UniqueConstraintError } from 'sequelize';
import { AppError } from '../errors';
import type { Actor } from '../policies/actor';
import type { ChatDependencies } from './dependencies';
import { titleLength, turnLeaseSeconds } from './limits';

export interface Question {
  clientMessageId: string;
  conversationId?: string;
  text: string;
  /** The turn whose question is asked again. */
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
}

/**
 * Takes a question in: chat, turn, message and first event are stored by one statement, and only then it is acknowledged. The
 * same `clientMessageId` again gives the same turn. `follow` is called before the first event of the turn is published.
 * @throws AppError `not_found` (no such chat of this person), `turn_already_running`
 */
export async function acceptQuestion(
  actor: Actor,
  question: Question,
  follow: (conversationId: string) => void,
  { repositories, feed, processId, heldTurns }: ChatDependencies,
): Promise<AcceptedQuestion> {
  const turnId = randomUUID();
  const conversationId = question.conversationId ?? randomUUID();
  const { text, clientMessageId } = question;
  try {
    const started = await repositories.turnLedger.begin({
      turnId,
      conversationId,
      title: question.conversationId ? null : text.replace(/\s+/g, ' ').slice(0, titleLength),
      employeeId: actor.id,
      clientMessageId,
      regeneratesTurnId: question.regeneratesTurnId ?? null,
      ownerProcess: processId,
      leaseSeconds: turnLeaseSeconds,
      question: text,
      event: { type: 'turn-started', question: text, clientMessageId },
    });
    if (!started) throw new AppError('not_found');
    follow(conversationId);
    feed.publish([started]);
    return { turnId, conversationId, answerFrom: started.seq };
  } catch (error) {
    if (!(error instanceof UniqueConstraintError)) throw error;
    const sentBefore = await repositories.turns.findByClientMessage(actor.id, clientMessageId);
    if (!sentBefore) throw new AppError('turn_already_running', { cause: error });
    follow(sentBefore.conversationId);
    const { id, conversationId: chatOfOld } = sentBefore;
    // Stored, but nobody was told so: the answer of the database was lost on its way. A turn that was answered here is held
    // until its end is stored, so the turn is read once more after it was seen not to be held.
    const mayBeLeft = sentBefore.ownerProcess === processId && !heldTurns.has(id);
    const chat = mayBeLeft ? await repositories.conversations.find(chatOfOld) : null;
    const isLeft = chat !== null && (await repositories.turns.find(id))?.status === 'running';
    return { turnId: id, conversationId: chatOfOld, answerFrom: isLeft ? chat.lastSeq : null };
  }
}
