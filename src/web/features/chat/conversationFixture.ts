import type { ChatEvent, TurnEvent } from '../../../shared/chat';
import { conversationReducer } from './conversationReducer';
import type { ConversationState } from './conversationState';

const conversationId = 'c';

/** What happened in a turn, numbered from `firstSeq` on. */
export function events(turnId: string, firstSeq: number, happened: TurnEvent[]): ChatEvent[] {
  return happened.map((event, index) => ({ ...event, conversationId, turnId, seq: firstSeq + index }));
}

export function receiveAll(state: ConversationState, received: ChatEvent[]): ConversationState {
  return received.reduce(
    (current, event) => conversationReducer(current, { type: 'event-received', event }),
    state,
  );
}

export const citation = {
  number: 1,
  documentId: 'd',
  chunkId: 'k',
  title: '급여 기준',
  page: 2,
  quote: '1일 1회',
  charStart: 10,
  charEnd: 15,
};
const usage = { model: 'm', inputTokens: 1, outputTokens: 1 };

/** A question with its answer, events 1 to 7. */
export const answered = events('t1', 1, [
  { type: 'turn-started', question: '용법은?', clientMessageId: 'x', parentTurnId: null },
  { type: 'step-started', stepId: 's1', kind: 'search', name: 'search_documents', label: '문서 검색 중' },
  { type: 'step-finished', stepId: 's1', ok: true, ms: 12, summary: '3건', label: '문서 검색' },
  { type: 'text-delta', text: '1일 ' },
  { type: 'text-delta', text: '1회 [1]' },
  { type: 'citation', ...citation },
  { type: 'turn-completed', text: '1일 1회 [1]', citations: [citation], usage },
]);
