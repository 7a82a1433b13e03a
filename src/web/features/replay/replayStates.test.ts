import type { MessageDto } from '../../../shared/chat';
import type { TimedEvent } from '../../../shared/replay';
import { answered, events } from '../chat/conversationFixture';
import { replayStates } from './replayStates';
import { timelineOf } from './timeline';

const at = (second: number) => `2026-03-02T09:00:${String(second).padStart(2, '0')}.000Z`;
const timed = (happened: TimedEvent[] | typeof answered): TimedEvent[] =>
  happened.map((event, index) => ({ ...event, at: at(index) }));

function message(turnId: string, role: MessageDto['role'], text: string): MessageDto {
  return {
    ...{ id: 1, turnId, parentTurnId: null, role, text, citations: [], tables: [], status: 'completed' },
    ...{ createdAt: at(0), feedback: null, errorCode: null, errorMessage: null, model: null, followUps: [] },
  };
}

it('is what the owner saw: the question, the step, the text as it came, the answer', () => {
  const turns = replayStates(timelineOf(timed(answered)), []);
  expect(turns(0)).toEqual([]);
  expect(turns(1)).toMatchObject([{ question: '용법은?', status: 'running', text: '', askedAt: at(0) }]);
  expect(turns(2)[0]!.steps).toMatchObject([{ label: '문서 검색 중' }]);
  expect(turns(4)[0]!.text).toBe('1일 ');
  expect(turns(7)).toMatchObject([{ text: '1일 1회 [1]', status: 'completed', askedAt: at(0) }]);
  // And back again.
  expect(turns(4)[0]).toMatchObject({ text: '1일 ', status: 'running' });
});

it('adds what the owner thought when the answer is there', () => {
  const feedback = { rating: 'down', reason: 'outdated', comment: null } as const;
  const stored = [
    message('t1', 'user', '용법은?'),
    { ...message('t1', 'assistant', '1일 1회 [1]'), feedback },
  ];
  const turns = replayStates(timelineOf(timed(answered)), stored);
  expect(turns(6)[0]!.feedback).toBeUndefined();
  expect(turns(7)[0]!.feedback).toEqual(feedback);
});

it('shows turns whose events are not kept any more by their messages', () => {
  const later = events('t2', 40, [
    { type: 'turn-started', question: '둘째', clientMessageId: 'y', parentTurnId: 't1' },
    { type: 'text-delta', text: '둘째 답' },
  ]);
  const stored = [message('t1', 'user', '첫째'), message('t1', 'assistant', '첫째 답')];
  const turns = replayStates(timelineOf(timed(later)), stored);
  expect(turns(0).map(({ question, text }) => [question, text])).toEqual([['첫째', '첫째 답']]);
  expect(turns(2).map(({ question, text }) => [question, text])).toEqual([
    ['첫째', '첫째 답'],
    ['둘째', '둘째 답'],
  ]);
});
