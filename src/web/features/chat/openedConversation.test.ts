import type { MessageDto } from '../../../shared/chat';
import { answered, events, receiveAll } from './conversationFixture';
import { conversationReducer } from './conversationReducer';
import { unknownConversation } from './conversationState';

function message(
  id: number,
  turnId: string,
  role: MessageDto['role'],
  text: string,
  status: MessageDto['status'],
): MessageDto {
  const createdAt = '2025-03-01T00:00:00Z';
  return {
    ...{ id, turnId, parentTurnId: null, role, text, status, citations: [], tables: [], createdAt },
    ...{ feedback: null, errorCode: null, errorMessage: null, model: null, followUps: [] },
  };
}

describe('opening a conversation', () => {
  const stored = [
    message(4, 't1', 'assistant', '1일 1회 [1]', 'completed'),
    message(3, 't1', 'user', '용법은?', 'completed'),
  ];

  it('shows stored messages and continues after the events they came from', () => {
    const opened = conversationReducer(unknownConversation, {
      type: 'history-loaded',
      messages: stored,
      olderCursor: null,
      lastSeq: 7,
    });
    expect(opened).toMatchObject({ opened: true, live: false, lastSeq: 7 });
    expect(opened.turns).toMatchObject([
      { turnId: 't1', question: '용법은?', text: '1일 1회 [1]', status: 'completed' },
    ]);
  });

  it('shows why an answer failed, what could follow it and what the reader thinks of it', () => {
    const failed: MessageDto = {
      ...message(4, 't1', 'assistant', '1일 ', 'failed'),
      ...{ errorCode: 'internal', errorMessage: '문제', model: 'm', followUps: ['가격은?'] },
      feedback: { rating: 'down', reason: 'incomplete', comment: null },
    };
    const asked = message(3, 't1', 'user', '용법은?', 'completed');
    const opened = conversationReducer(unknownConversation, {
      type: 'history-loaded',
      messages: [asked, failed],
      olderCursor: null,
      lastSeq: 7,
    });
    expect(opened.turns).toMatchObject([
      {
        ...{ status: 'failed', text: '1일 ', model: 'm', followUps: ['가격은?'] },
        error: { code: 'internal', message: '문제' },
        feedback: { rating: 'down', reason: 'incomplete', comment: null },
      },
    ]);
  });

  it('adds nothing to a finished turn whose events are replayed', () => {
    const opened = conversationReducer(unknownConversation, {
      type: 'history-loaded',
      messages: stored,
      olderCursor: null,
      lastSeq: 0,
    });
    expect(receiveAll(opened, answered).turns).toEqual(opened.turns);
  });

  it('rebuilds a running turn from its events, which begin it anew', () => {
    const opened = conversationReducer(unknownConversation, {
      type: 'history-loaded',
      messages: [...stored, message(5, 't2', 'user', '가격은?', 'completed')],
      olderCursor: null,
      lastSeq: 7,
    });
    expect(opened).toMatchObject({
      lastSeq: 7,
      turns: [{ status: 'completed' }, { status: 'running', text: '' }],
    });

    const running = events('t2', 8, [
      { type: 'turn-started', question: '가격은?', clientMessageId: 'y', parentTurnId: null },
      { type: 'text-delta', text: '상한금액은 ' },
    ]);
    const { turns, lastSeq } = receiveAll(opened, [...answered, ...running]);
    expect(lastSeq).toBe(9);
    expect(turns).toMatchObject([
      { turnId: 't1', text: '1일 1회 [1]', status: 'completed' },
      { turnId: 't2', text: '상한금액은 ', status: 'running', askedAt: '2025-03-01T00:00:00Z' },
    ]);
  });

  describe('that is long', () => {
    const newest = conversationReducer(unknownConversation, {
      type: 'history-loaded',
      messages: [
        message(6, 't2', 'assistant', '둘째 답', 'completed'),
        message(7, 't3', 'user', '셋째', 'completed'),
        message(8, 't3', 'assistant', '셋째 답', 'completed'),
      ],
      olderCursor: 'before 6',
      lastSeq: 9,
    });
    const olderLoaded = {
      type: 'older-loaded',
      before: 'before 6',
      messages: [
        message(3, 't1', 'user', '첫째', 'completed'),
        message(4, 't1', 'assistant', '첫째 답', 'completed'),
        message(5, 't2', 'user', '둘째', 'completed'),
      ],
      olderCursor: 'before 3',
    } as const;

    it('has older messages put in front, where a question finds the answer that was read before it', () => {
      const grown = conversationReducer(newest, { ...olderLoaded, messages: [...olderLoaded.messages] });
      expect(grown.turns.map(({ question, text, status }) => [question, text, status])).toEqual([
        ['첫째', '첫째 답', 'completed'],
        ['둘째', '둘째 답', 'completed'],
        ['셋째', '셋째 답', 'completed'],
      ]);
      expect(grown).toMatchObject({ olderCursor: 'before 3', lastSeq: 9 });
    });

    it('has them once, however often they come', () => {
      const loaded = { ...olderLoaded, messages: [...olderLoaded.messages] };
      const grown = conversationReducer(newest, loaded);
      expect(conversationReducer(grown, loaded)).toBe(grown);
    });
  });

  it('waits for what is stored where a question kept from an earlier visit is accepted first', () => {
    const accepted = {
      type: 'question-accepted',
      ...{ turnId: 't9', question: '이어서', parentTurnId: 't1' },
      askedAt: '2025-03-01T00:00:00Z',
    } as const;
    const waiting = conversationReducer(unknownConversation, { ...accepted, opensChat: false });
    expect(waiting.opened).toBe(false);
    expect(conversationReducer(unknownConversation, { ...accepted, opensChat: true }).opened).toBe(true);
  });
});
