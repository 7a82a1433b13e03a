/** How many times faster than it was; `instant`: all of it at once. */
export const speeds = ['instant', 1, 4, 16] as const;
export type Speed = (typeof speeds)[number];

/** Where a replay stands. */
export interface ReplayClock {
  /** Milliseconds from its beginning. */
  position: number;
  playing: boolean;
  speed: Speed;
}

export type ClockAction =
  | { type: 'play' }
  | { type: 'pause' }
  /** So many milliseconds have passed for the one who watches. */
  | { type: 'passed'; ms: number }
  | { type: 'seek'; position: number }
  | { type: 'speed'; speed: Speed };

/** Before anything is pressed all of a chat is shown: one reads first. */
export function clockAtEnd(duration: number): ReplayClock {
  return { position: duration, playing: false, speed: 'instant' };
}

/** The clock after something was pressed or time went by. */
export function replayClock(clock: ReplayClock, action: ClockAction, duration: number): ReplayClock {
  switch (action.type) {
    case 'play': {
      const position = clock.position >= duration ? 0 : clock.position;
      return { position, playing: true, speed: clock.speed === 'instant' ? 1 : clock.speed };
    }
    case 'pause':
      return { ...clock, playing: false };
    case 'passed': {
      if (!clock.playing || clock.speed === 'instant') return clock;
      const position = Math.min(duration, clock.position + action.ms * clock.speed);
      return { ...clock, position, playing: position < duration };
    }
    case 'seek': {
      const position = Math.min(duration, Math.max(0, action.position));
      // A part of it is not all of it.
      return { ...clock, position, speed: clock.speed === 'instant' ? 1 : clock.speed };
    }
    case 'speed':
      return action.speed === 'instant' ? clockAtEnd(duration) : { ...clock, speed: action.speed };
  }
}
