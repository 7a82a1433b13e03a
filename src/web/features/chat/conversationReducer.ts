import type { ChatEvent, FeedbackDto } from '../../../shared/chat';
import { applyTurnEvent } from './applyTurnEvent';
import { type ConversationState, newTurn, type Turn } from './conversationState';
import type { MessageStretch } from './chatApi';
import { turnsFromMessages } from './turnsFromMessages';

interface AcceptedQuestion {
  turnId: string;
  question: string;
  parentTurnId: string | null;
  /** ISO 8601. */
  askedAt: string;
  /** Whether the chat begins with it: then there is nothing to be read of it. */
  opensChat: boolean;
}

export type ConversationAction =
  /** The newest stored messages; events after `lastSeq` complete them. */
  | ({ type: 'history-loaded'; lastSeq: number } & MessageStretch)
  /** The messages that the cursor `before` leads to. */
  | ({ type: 'older-loaded'; before: string } & MessageStretch)
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
      return openWith(action);
    case 'older-loaded':
      return action.before === state.olderCursor ? prepend(state, action) : state;
    case 'question-accepted':
      return { ...accept(state, action), opened: state.opened || action.opensChat };
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

function openWith({
  messages,
  olderCursor,
  lastSeq,
}: MessageStretch & { lastSeq: number }): ConversationState {
  const turns = turnsFromMessages(messages);
  return { turns, olderCursor, lastSeq, highestSeq: lastSeq, opened: true, live: false, gone: false };
}

/** Stretches are cut between messages: a question may stand in one and its answer in the next. */
function prepend(state: ConversationState, { messages, olderCursor }: MessageStretch): ConversationState {
  const older = turnsFromMessages(messages);
  const [first, ...others] = state.turns;
  const cut = older.at(-1);
  if (!first || cut?.turnId !== first.turnId) {
    return { ...state, turns: [...older, ...state.turns], olderCursor };
  }
  const whole = { ...first, question: cut.question, askedAt: cut.askedAt };
  return { ...state, turns: [...older.slice(0, -1), whole, ...others], olderCursor };
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
  const turn = state.turns.findLast(({ turnId }) => turnId === event.turnId);
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
  // The last one, nearly always: what happens in a chat happens at its end.
  const place = state.turns.findLastIndex((turn) => turn.turnId === turnId);
  return place === -1 ? state : { ...state, turns: state.turns.with(place, change(state.turns[place]!)) };
}
