import { useReducedMotion } from '@mantine/hooks';
import { useEffect, useReducer } from 'react';
import { type ClockAction, clockAtEnd, type ReplayClock, replayClock } from './replayClock';
import { lastMarkBy, type Timeline } from './timeline';

/** Milliseconds between two pictures: as often as the chat itself gets text. */
const tickMs = 50;

interface Replay {
  clock: ReplayClock;
  /** What is shown: the clock's position, or the last mark before it for whoever wants no motion. */
  shownPosition: number;
  reducedMotion: boolean;
  press: (action: ClockAction) => void;
}

/** A replay that runs while it is played. */
export function useReplay(timeline: Timeline): Replay {
  const { duration } = timeline;
  const reducedMotion = useReducedMotion();
  const [clock, press] = useReducer(
    (current: ReplayClock, action: ClockAction) => replayClock(current, action, duration),
    clockAtEnd(duration),
  );
  const { playing, position } = clock;
  useEffect(() => {
    if (!playing) return;
    let last = performance.now();
    const ticking = setInterval(() => {
      const now = performance.now();
      press({ type: 'passed', ms: now - last });
      last = now;
    }, tickMs);
    return () => clearInterval(ticking);
  }, [playing]);
  const inSteps = reducedMotion && position < duration;
  return { clock, shownPosition: inSteps ? lastMarkBy(timeline, position) : position, reducedMotion, press };
}
