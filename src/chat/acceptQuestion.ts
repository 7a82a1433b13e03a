import { randomUUID } from 'node:crypto';
import { UniqueConstraintError, type Transaction } from 'sequelize';
import { AppError } from '../errors';
import type { Actor } from '../policies/actor';
import type { TurnRecord } from '../repositories/turns';
import type { ChatEvent } from '../shared/chat';
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
  /** False when this message was sent before: its turn runs or has ended already. */
  isNew: boolean;
}

/**
 * Takes a question in: chat, turn, message and first event are committed together, and only then it is acknowledged. The
 * same `clientMessageId` again gives the same turn. `follow` is called before the first event of the chat can be published.
 * @throws AppError `not_found` (no such chat of this person), `turn_already_running`
 */
export async function acceptQuestion(
  actor: Actor,
  question: Question,
  follow: (conversationId: string) => void,
  dependencies: ChatDependencies,
): Promise<AcceptedQuestion> {
  const { repositories, database, feed } = dependencies;
  const known = await repositories.turns.findByClientMessage(actor.id, question.clientMessageId);
  const conversationId = known?.conversationId ?? (await conversationOf(actor, question, dependencies));
  follow(conversationId);
  if (known) return asAccepted(known);

  const turnId = randomUUID();
  try {
    const started = await database.sequelize.transaction((transaction) =>
      writeQuestion({ turnId, conversationId, actor, question }, dependencies, transaction),
    );
    feed.publish([started]);
    return { turnId, conversationId, isNew: true };
  } catch (error) {
    if (!(error instanceof UniqueConstraintError)) throw error;
    const sentTwice = await repositories.turns.findByClientMessage(actor.id, question.clientMessageId);
    if (sentTwice) return asAccepted(sentTwice);
    throw new AppError('turn_already_running', { cause: error });
  }
}

async function conversationOf(
  actor: Actor,
  question: Question,
  { repositories }: ChatDependencies,
): Promise<string> {
  if (!question.conversationId) return randomUUID();
  const conversation = await repositories.conversations.find(question.conversationId);
  if (conversation?.employeeId !== actor.id) throw new AppError('not_found');
  return question.conversationId;
}

async function writeQuestion(
  turn: { turnId: string; conversationId: string; actor: Actor; question: Question },
  { repositories, processId }: ChatDependencies,
  transaction: Transaction,
): Promise<ChatEvent> {
  const { turnId, conversationId, actor, question } = turn;
  if (question.conversationId) await repositories.conversations.touch(conversationId, transaction);
  else {
    const title = question.text.replace(/\s+/g, ' ').slice(0, titleLength);
    await repositories.conversations.create({ id: conversationId, employeeId: actor.id, title }, transaction);
  }
  await repositories.turns.create(
    {
      id: turnId,
      conversationId,
      employeeId: actor.id,
      clientMessageId: question.clientMessageId,
      regeneratesTurnId: question.regeneratesTurnId ?? null,
      ownerProcess: processId,
      leaseSeconds: turnLeaseSeconds,
    },
    transaction,
  );
  await repositories.chatHistory.append(
    { turnId, conversationId, role: 'user', content: question.text, status: 'completed' },
    transaction,
  );
  const event = {
    type: 'turn-started' as const,
    question: question.text,
    clientMessageId: question.clientMessageId,
  };
  const seq = await repositories.turnEvents.append(conversationId, turnId, [event], { transaction });
  return { ...event, conversationId, turnId, seq };
}

function asAccepted(turn: TurnRecord): AcceptedQuestion {
  return { turnId: turn.id, conversationId: turn.conversationId, isNew: false };
}
