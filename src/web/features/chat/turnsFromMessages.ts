import type { MessageDto } from '../../../shared/chat';
import { newTurn, type Turn } from './conversationState';

/** Stored messages, oldest first, as turns. A question without its answer is a running turn. */
export function turnsFromMessages(messages: MessageDto[]): Turn[] {
  const turns = new Map<string, Turn>();
  for (const message of messages) {
    const turn = turns.get(message.turnId) ?? newTurn(message.turnId, '', message.parentTurnId);
    turns.set(
      message.turnId,
      message.role === 'user' ? withQuestion(turn, message) : withAnswer(turn, message),
    );
  }
  return [...turns.values()];
}

function withQuestion(turn: Turn, message: MessageDto): Turn {
  return { ...turn, question: message.text, askedAt: message.createdAt };
}

function withAnswer(turn: Turn, message: MessageDto): Turn {
  const { text, citations, tables, status, followUps, errorCode } = message;
  return {
    ...turn,
    ...{ text, citations, tables, status, followUps },
    model: message.model ?? undefined,
    feedback: message.feedback ?? undefined,
    error: errorCode ? { code: errorCode, message: message.errorMessage ?? '' } : undefined,
  };
}
