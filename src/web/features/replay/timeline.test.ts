import type { TurnEvent } from '../../../shared/chat';
import type { TimedEvent } from '../../../shared/replay';
import {
  instantAt,
  lastMarkBy,
  longestPauseMs,
  markBeside,
  momentsBy,
  pauseAt,
  timelineOf,
} from './timeline';

const began = Date.parse('2026-03-02T09:00:00.000Z');
let seq = 0;
beforeEach(() => {
  seq = 0;
});

function happened(turnId: string, ms: number, event: TurnEvent): TimedEvent {
  seq += 1;
  return { ...event, conversationId: 'c', turnId, seq, at: new Date(began + ms).toISOString() };
}

const usage = { model: 'm', inputTokens: 1, outputTokens: 1 };
const question = (turnId: string, ms: number) =>
  happened(turnId, ms, {
    type: 'turn-started',
    question: '?',
    clientMessageId: turnId,
    parentTurnId: null,
  });
const step = (turnId: string, ms: number) =>
  happened(turnId, ms, { type: 'step-started', stepId: 's', kind: 'search', name: 'n', label: 'l' });
const text = (turnId: string, ms: number) => happened(turnId, ms, { type: 'text-delta', text: 'x' });
const end = (turnId: string, ms: number) =>
  happened(turnId, ms, { type: 'turn-completed', text: 'x', citations: [], usage });

const hour = 3_600_000;
/** A turn of seven seconds, and an hour later one of two. */
const chat = () =>
  timelineOf([
    question('t1', 0),
    step('t1', 200),
    text('t1', 5_000),
    end('t1', 7_000),
    question('t2', 7_000 + hour),
    end('t2', 9_000 + hour),
  ]);

it('is as fast as it was within a turn, and waits no longer than a moment between turns', () => {
  const { moments, duration } = chat();
  const second = 7_000 + longestPauseMs;
  expect(moments.map(({ at }) => at)).toEqual([0, 200, 5_000, 7_000, second, second + 2_000]);
  expect(moments.map(({ skippedMs }) => skippedMs)).toEqual([0, 0, 0, 0, hour - longestPauseMs, 0]);
  expect(duration).toBe(second + 2_000);
});

it('never goes backwards, whatever clock an event was stored by', () => {
  const { moments } = timelineOf([question('t1', 500), text('t1', 100), end('t1', 900)]);
  expect(moments.map(({ at }) => at)).toEqual([0, 0, 800]);
});

it('marks questions, steps and answers, and leads from one to the next', () => {
  const timeline = chat();
  const second = 7_000 + longestPauseMs;
  expect(timeline.marks.map(({ at, kind, turnId }) => [at, kind, turnId])).toEqual([
    [0, 'question', 't1'],
    [200, 'step', 't1'],
    [7_000, 'answer', 't1'],
    [second, 'question', 't2'],
    [second + 2_000, 'answer', 't2'],
  ]);
  expect(markBeside(timeline, 0, 'next')).toBe(200);
  expect(markBeside(timeline, 5_000, 'previous')).toBe(200);
  expect(markBeside(timeline, timeline.duration, 'next')).toBe(timeline.duration);
  expect(markBeside(timeline, 0, 'previous')).toBe(0);
  expect(lastMarkBy(timeline, 6_999)).toBe(200);
});

it('counts the moments that have come', () => {
  const timeline = chat();
  expect([0, 199, 200, 7_000, timeline.duration].map((at) => momentsBy(timeline, at))).toEqual([
    1, 1, 2, 4, 6,
  ]);
  expect(momentsBy(timelineOf([]), 100)).toBe(0);
});

it('knows the real time of a position; in a shortened pause it stands still', () => {
  const timeline = chat();
  const at = (ms: number) => new Date(began + ms).toISOString();
  expect(instantAt(timeline, 300)).toBe(at(300));
  expect(instantAt(timeline, 7_900)).toBe(at(7_000));
  expect(pauseAt(timeline, 7_900)).toBe(hour - longestPauseMs);
  expect(pauseAt(timeline, 300)).toBe(0);
  expect(instantAt(timelineOf([]), 0)).toBeUndefined();
});
