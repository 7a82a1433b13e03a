import { isTurnEnd } from '../../../shared/isTurnEnd';
import type { TimedEvent } from '../../../shared/replay';

/** Nobody watches somebody else think: between two turns a replay waits no longer than this, in milliseconds. */
export const longestPauseMs = 1_500;

export type MarkKind = 'question' | 'step' | 'answer';

/** A place on the time line that one goes to. */
export interface Mark {
  /** Milliseconds from the beginning of the replay. */
  at: number;
  kind: MarkKind;
  turnId: string;
}

/** An event at its place in the replay. */
export interface Moment {
  /** Milliseconds from the beginning of the replay. */
  at: number;
  event: TimedEvent;
  /** Milliseconds of pause that were left out before it. */
  skippedMs: number;
}

export interface Timeline {
  moments: Moment[];
  marks: Mark[];
  /** Milliseconds. */
  duration: number;
}

/** What happened in a chat on a clock of its own: as fast as it was within a turn, without the long pauses between turns. */
export function timelineOf(events: TimedEvent[]): Timeline {
  const moments: Moment[] = [];
  for (const event of events) {
    const before = moments.at(-1);
    if (!before) {
      moments.push({ at: 0, event, skippedMs: 0 });
      continue;
    }
    // Never backwards: another process, with another clock, may have written it.
    const passed = Math.max(0, Date.parse(event.at) - Date.parse(before.event.at));
    const shown = isTurnEnd(before.event) ? Math.min(passed, longestPauseMs) : passed;
    moments.push({ at: before.at + shown, event, skippedMs: passed - shown });
  }
  return { moments, marks: moments.flatMap(markOf), duration: moments.at(-1)?.at ?? 0 };
}

function markOf({ at, event }: Moment): Mark[] {
  const { turnId } = event;
  if (event.type === 'turn-started') return [{ at, kind: 'question', turnId }];
  if (event.type === 'step-started') return [{ at, kind: 'step', turnId }];
  return isTurnEnd(event) ? [{ at, kind: 'answer', turnId }] : [];
}

/** How many moments have come by a position. */
export function momentsBy({ moments }: Timeline, position: number): number {
  let low = 0;
  let high = moments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (moments[middle]!.at <= position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The last mark up to a position: what a reader who wants no motion is shown, step by step. */
export function lastMarkBy({ marks }: Timeline, position: number): number {
  return marks.findLast(({ at }) => at <= position)?.at ?? 0;
}

/** The next mark in a direction; the end of the time line where there is none. */
export function markBeside(timeline: Timeline, position: number, direction: 'previous' | 'next'): number {
  const { marks, duration } = timeline;
  return direction === 'next'
    ? (marks.find(({ at }) => at > position)?.at ?? duration)
    : (marks.findLast(({ at }) => at < position)?.at ?? 0);
}

/** The moment of the real clock that a position stands for (ISO 8601); undefined where nothing happened. */
export function instantAt(timeline: Timeline, position: number): string | undefined {
  const moment = timeline.moments[momentsBy(timeline, position) - 1];
  if (!moment) return undefined;
  const next = timeline.moments[momentsBy(timeline, position)];
  // In a pause that was shortened the clock stands still.
  const since = next && next.skippedMs > 0 ? 0 : position - moment.at;
  return new Date(Date.parse(moment.event.at) + since).toISOString();
}

/** Milliseconds of the pause that a position stands in, where it was shortened; 0: none. */
export function pauseAt(timeline: Timeline, position: number): number {
  return timeline.moments[momentsBy(timeline, position)]?.skippedMs ?? 0;
}
