import type { MessageDto } from '../../../shared/chat';
import { isTurnEnd } from '../../../shared/isTurnEnd';
import { conversationReducer } from '../chat/conversationReducer';
import { type ConversationState, type Turn, unknownConversation } from '../chat/conversationState';
import { turnsFromMessages } from '../chat/turnsFromMessages';
import type { Timeline } from './timeline';

/** The turns of a chat as its owner saw them when so many moments had come. */
export type TurnsAfter = (moments: number) => Turn[];

/**
 * The chat at any moment, by the reducer that the owner's page has. Where a turn begins its state is kept: going back reads one
 * turn again and not the whole chat.
 * @param messages What is not told by events: what the owner thought of answers, and turns whose events are not kept any more.
 */
export function replayStates({ moments }: Timeline, messages: MessageDto[]): TurnsAfter {
  const stored = turnsFromMessages(messages);
  const begun = new Map(
    moments.flatMap(({ event }) =>
      event.type === 'turn-started' ? [[event.turnId, event.at] as const] : [],
    ),
  );
  const feedback = new Map(stored.map((turn) => [turn.turnId, turn.feedback]));
  const firstSeq = moments[0]?.event.seq ?? 1;
  const before: ConversationState = {
    ...unknownConversation,
    turns: stored.filter(({ turnId }) => !begun.has(turnId)),
    lastSeq: firstSeq - 1,
    opened: true,
  };
  const kept = new Map([[0, before]]);

  return (count) => {
    let from = count;
    while (!kept.has(from)) from -= 1;
    let state = kept.get(from)!;
    for (let at = from; at < count; at += 1) {
      const { event } = moments[at]!;
      state = conversationReducer(state, { type: 'event-received', event });
      if (event.type === 'turn-started' || isTurnEnd(event)) {
        state = told(state, event.turnId, { askedAt: begun.get(event.turnId) });
        if (isTurnEnd(event)) state = told(state, event.turnId, { feedback: feedback.get(event.turnId) });
        kept.set(at + 1, state);
      }
    }
    return state.turns;
  };
}

function told(state: ConversationState, turnId: string, known: Partial<Turn>): ConversationState {
  return {
    ...state,
    turns: state.turns.map((turn) => (turn.turnId === turnId ? { ...turn, ...known } : turn)),
  };
}
