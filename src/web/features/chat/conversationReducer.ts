import type { ChatEvent, FeedbackDto, MessageDto } from '../../../shared/chat';
import { applyTurnEvent } from './applyTurnEvent';
import { type ConversationState, newTurn, type Turn } from './conversationState';
import { turnsFromMessages } from './turnsFromMessages';

interface AcceptedQuestion {
  turnId: string;
  question: string;
  parentTurnId: string | null;
  /** ISO 8601. */
  askedAt: string;
}

export type ConversationAction =
  /** The stored messages; `lastSeq` is what the server had stored before they were read, if known. */
  | { type: 'history-loaded'; messages: MessageDto[]; lastSeq?: number }
  | ({ type: 'question-accepted' } & AcceptedQuestion)
  | { type: 'event-received'; event: ChatEvent }
  /** The server has replayed everything up to `lastSeq`. */
  | { type: 'replay-finished'; lastSeq: number }
  /** What stands here may be behind: the connection was lost, or may have been without anybody being told. */
  | { type: 'connection-doubted' }
  /** The server has stored what the reader thinks of an answer; undefined: taken back. */
  | { type: 'feedback-given'; turnId: string; feedback?: FeedbackDto }
  /** The chat was deleted. */
  | { type: 'conversation-gone' };

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
    case 'connection-doubted':
      return state.live && state.opened ? { ...state, live: false } : state;
    case 'feedback-given': {
      const { turnId, feedback } = action;
      return mapTurn(state, turnId, (turn) => ({ ...turn, feedback }));
    }
    case 'conversation-gone':
      return { ...state, gone: true };
  }
}

/** A turn that still runs is rebuilt from its events, and where they begin is not known: then all are replayed. */
function openWith(turns: Turn[], storedSeq = 0): ConversationState {
  const lastSeq = turns.some(({ status }) => status === 'running') ? 0 : storedSeq;
  return { turns, lastSeq, highestSeq: lastSeq, opened: true, live: false, gone: false };
}

/** The first event of a turn may come before the acknowledgement of its question. */
function accept(
  state: ConversationState,
  { turnId, question, parentTurnId, askedAt }: AcceptedQuestion,
): ConversationState {
  const turn = state.turns.find((known) => known.turnId === turnId);
  return turn
    ? replaceTurn(state, { ...turn, askedAt })
    : { ...state, turns: [...state.turns, { ...newTurn(turnId, question, parentTurnId), askedAt }] };
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
    return start(state, newTurn(event.turnId, event.question, event.parentTurnId), turn);
  }
  if (!turn || hasEnded(turn)) return state;
  return replaceTurn(state, applyTurnEvent(turn, event));
}

/** What a turn became is final: its events, seen again in a replay, add nothing. */
function hasEnded(turn: Turn): boolean {
  return turn.status !== 'running';
}

/**
 * Begins a turn, or begins it anew where its question is known already. It stands last then: a question may be
 * acknowledged before the events of turns that began earlier have come.
 */
function start(state: ConversationState, begun: Turn, known?: Turn): ConversationState {
  if (!known) return { ...state, turns: [...state.turns, begun] };
  if (hasEnded(known)) return state;
  const others = state.turns.filter((turn) => turn !== known);
  return { ...state, turns: [...others, { ...begun, askedAt: known.askedAt }] };
}

function replaceTurn(state: ConversationState, turn: Turn): ConversationState {
  return mapTurn(state, turn.turnId, () => turn);
}

function mapTurn(state: ConversationState, turnId: string, change: (turn: Turn) => Turn): ConversationState {
  return { ...state, turns: state.turns.map((turn) => (turn.turnId === turnId ? change(turn) : turn)) };
}
