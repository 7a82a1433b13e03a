import type { TurnEvent } from '../../../shared/chat';
import { answered, citation, events, receiveAll } from './conversationFixture';
import { conversationReducer } from './conversationReducer';
import { unknownConversation } from './conversationState';

describe('events in order', () => {
  it('build the turn', () => {
    const { turns, lastSeq, live } = receiveAll(unknownConversation, answered);
    expect(turns).toEqual([
      {
        turnId: 't1',
        parentTurnId: null,
        question: '용법은?',
        status: 'completed',
        text: '1일 1회 [1]',
        steps: [
          {
            stepId: 's1',
            kind: 'search',
            label: '문서 검색',
            finished: { ok: true, ms: 12, summary: '3건' },
          },
        ],
        citations: [citation],
        tables: [],
        followUps: [],
        model: 'm',
      },
    ]);
    expect({ lastSeq, live }).toEqual({ lastSeq: 7, live: true });
  });

  it('count once when they come twice', () => {
    const once = receiveAll(unknownConversation, answered.slice(0, 5));
    expect(receiveAll(once, answered.slice(2, 5))).toBe(once);
  });

  it('join the turn that the acknowledgement announced, whichever comes first', () => {
    const askedAt = '2025-03-01T00:00:00Z';
    const asked = { turnId: 't1', question: '용법은?', parentTurnId: null };
    const accepted = { type: 'question-accepted', ...asked, askedAt, opensChat: true } as const;
    const before = receiveAll(conversationReducer(unknownConversation, accepted), answered);
    const after = conversationReducer(receiveAll(unknownConversation, answered), accepted);
    expect(before.turns).toMatchObject([{ askedAt, status: 'completed' }]);
    expect(before.turns).toHaveLength(1);
    expect(after).toEqual(before);
  });

  it('put a turn that was acknowledged too early behind those that began before it', () => {
    const question = { question: '가격은?', parentTurnId: 't1', askedAt: '2025-03-01T00:00:00Z' };
    const early = conversationReducer(unknownConversation, {
      type: 'question-accepted',
      opensChat: false,
      turnId: 't2',
      ...question,
    });
    const { turns } = receiveAll(early, [
      ...answered,
      ...events('t2', 8, [
        { type: 'turn-started', question: '가격은?', clientMessageId: 'y', parentTurnId: 't1' },
      ]),
    ]);
    expect(turns.map(({ turnId, parentTurnId }) => [turnId, parentTurnId])).toEqual([
      ['t1', null],
      ['t2', 't1'],
    ]);
  });

  it('tell the place of a turn that waits, until it begins', () => {
    const waiting = receiveAll(unknownConversation, [
      answered[0]!,
      ...events('t1', 2, [
        { type: 'turn-queued', position: 2 },
        { type: 'turn-queued', position: 1 },
      ]),
    ]);
    expect(waiting.turns[0]!.queuePosition).toBe(1);
    const begun = receiveAll(waiting, events('t1', 4, [{ type: 'text-delta', text: '1일' }]));
    expect(begun.turns[0]!.queuePosition).toBeUndefined();
  });
});

describe('a missing event', () => {
  it('is noticed, nothing is applied beyond it, and a replay fills it in', () => {
    const beforeGap = receiveAll(unknownConversation, answered.slice(0, 3));
    const withGap = receiveAll(beforeGap, answered.slice(4, 6));
    expect(withGap).toMatchObject({ lastSeq: 3, live: false });
    expect(withGap.turns).toBe(beforeGap.turns);

    const replayed = receiveAll(withGap, answered.slice(3));
    const caughtUp = conversationReducer(replayed, { type: 'replay-finished', lastSeq: 7 });
    expect(caughtUp).toMatchObject({ lastSeq: 7, live: true });
    expect(caughtUp.turns).toEqual(receiveAll(unknownConversation, answered).turns);
  });

  it('keeps the conversation not live when a replay ends before an event that was dropped', () => {
    const withGap = receiveAll(receiveAll(unknownConversation, answered.slice(0, 3)), answered.slice(6));
    const replayed = receiveAll(withGap, answered.slice(3, 6));
    expect(conversationReducer(replayed, { type: 'replay-finished', lastSeq: 6 }).live).toBe(false);
  });
});

describe('how a turn ends', () => {
  const started = answered.slice(0, 4);

  it.each<[TurnEvent, object]>([
    [
      { type: 'turn-stopped', text: '1일 ' },
      { status: 'stopped', text: '1일 ' },
    ],
    [
      { type: 'turn-failed', code: 'internal', message: '문제' },
      { status: 'failed', text: '1일 ', error: { code: 'internal', message: '문제' } },
    ],
    [
      { type: 'turn-failed', code: 'turn_interrupted', message: '중단' },
      { status: 'interrupted', error: { code: 'turn_interrupted', message: '중단' } },
    ],
  ])('is kept: %o', (ending, expected) => {
    const state = receiveAll(unknownConversation, [...started, ...events('t1', 5, [ending])]);
    expect(state.turns[0]).toMatchObject(expected);
  });
});

it('feedback stands with its answer until it is taken back', () => {
  const ended = receiveAll(unknownConversation, answered);
  const feedback = { rating: 'up', reason: null, comment: null } as const;
  const given = conversationReducer(ended, { type: 'feedback-given', turnId: 't1', feedback });
  expect(given.turns[0]!.feedback).toEqual(feedback);
  const takenBack = conversationReducer(given, { type: 'feedback-given', turnId: 't1' });
  expect(takenBack.turns[0]!.feedback).toBeUndefined();
});

it('a doubt about the connection has the missing events asked for, where a conversation was opened', () => {
  const opened = conversationReducer(unknownConversation, {
    type: 'history-loaded',
    messages: [],
    olderCursor: null,
    lastSeq: 0,
  });
  const live = conversationReducer(opened, { type: 'replay-finished', lastSeq: 0 });
  expect(conversationReducer(live, { type: 'connection-doubted' }).live).toBe(false);
  expect(conversationReducer(unknownConversation, { type: 'connection-doubted' })).toBe(unknownConversation);
});
