import type { ChatEvent, MessageDto } from '../../../shared/chat';
import { applyTurnEvent } from './applyTurnEvent';
import { type ConversationState, newTurn, type Turn } from './conversationState';
import { turnsFromMessages } from './turnsFromMessages';

export type ConversationAction =
  /** The stored messages; `lastSeq` is what the server had stored before they were read, if known. */
  | { type: 'history-loaded'; messages: MessageDto[]; lastSeq?: number }
  | { type: 'question-accepted'; turnId: string; question: string; askedAt: string }
  | { type: 'event-received'; event: ChatEvent }
  /** The server has replayed everything up to `lastSeq`. */
  | { type: 'replay-finished'; lastSeq: number }
  | { type: 'connection-lost' };

/**
 * One conversation's state from what happens to it. Events count in the order of `seq`: one already applied is
 * ignored, and one that comes too early is dropped and clears `live`, so that the missing ones are asked for.
 */
export function conversationReducer(state: ConversationState, action: ConversationAction): ConversationState {
  switch (action.type) {
    case 'history-loaded':
      return openWith(turnsFromMessages(action.messages), action.lastSeq);
    case 'question-accepted':
      return { ...accept(state, action), opened: true };
    case 'event-received':
      return receive(state, action.event);
    case 'replay-finished': {
      const expected = Math.max(action.lastSeq, state.highestSeq);
      return { ...state, live: state.lastSeq >= expected };
    }
    case 'connection-lost':
      return { ...state, live: false };
  }
}

/** A turn that still runs is rebuilt from its events, and where they begin is not known: then all are replayed. */
function openWith(turns: Turn[], storedSeq = 0): ConversationState {
  const lastSeq = turns.at(-1)?.status === 'running' ? 0 : storedSeq;
  return { turns, lastSeq, highestSeq: lastSeq, opened: true, live: false };
}

/** The first event of a turn may come before the acknowledgement of its question. */
function accept(
  state: ConversationState,
  { turnId, question, askedAt }: { turnId: string; question: string; askedAt: string },
): ConversationState {
  const turn = state.turns.find((known) => known.turnId === turnId);
  return turn
    ? replaceTurn(state, { ...turn, askedAt })
    : { ...state, turns: [...state.turns, { ...newTurn(turnId, question), askedAt }] };
}

function receive(state: ConversationState, event: ChatEvent): ConversationState {
  if (event.seq <= state.lastSeq) return state;
  const highestSeq = Math.max(state.highestSeq, event.seq);
  if (event.seq > state.lastSeq + 1) return { ...state, highestSeq, live: false };
  return applyEvent({ ...state, lastSeq: event.seq, highestSeq }, event);
}

function applyEvent(state: ConversationState, event: ChatEvent): ConversationState {
  const turn = state.turns.find(({ turnId }) => turnId === event.turnId);
  if (event.type === 'turn-started') {
    return start(state, newTurn(event.turnId, event.question), turn);
  }
  if (!turn || hasEnded(turn)) return state;
  return replaceTurn(state, applyTurnEvent(turn, event));
}

/** What a turn became is final: its events, seen again in a replay, add nothing. */
function hasEnded(turn: Turn): boolean {
  return turn.status !== 'running';
}

/** Begins a turn, or begins it anew where its question is known already. */
function start(state: ConversationState, begun: Turn, known?: Turn): ConversationState {
  if (!known) return { ...state, turns: [...state.turns, begun] };
  return hasEnded(known) ? state : replaceTurn(state, { ...begun, askedAt: known.askedAt });
}

function replaceTurn(state: ConversationState, turn: Turn): ConversationState {
  return { ...state, turns: state.turns.map((other) => (other.turnId === turn.turnId ? turn : other)) };
}
