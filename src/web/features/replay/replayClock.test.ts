import { type ClockAction, clockAtEnd, replayClock } from './replayClock';

const duration = 10_000;
const after = (...actions: ClockAction[]) =>
  actions.reduce((clock, action) => replayClock(clock, action, duration), clockAtEnd(duration));

it('shows all of a chat until it is played, and plays it from its beginning', () => {
  expect(clockAtEnd(duration)).toEqual({ position: duration, playing: false, speed: 'instant' });
  expect(after({ type: 'play' })).toEqual({ position: 0, playing: true, speed: 1 });
});

it('goes as fast as was chosen, and stops at the end', () => {
  const playing = after({ type: 'speed', speed: 4 }, { type: 'play' }, { type: 'passed', ms: 1_000 });
  expect(playing).toEqual({ position: 4_000, playing: true, speed: 4 });
  expect(replayClock(playing, { type: 'passed', ms: 5_000 }, duration)).toEqual({
    position: duration,
    playing: false,
    speed: 4,
  });
});

it('goes on from where it was paused or put', () => {
  const paused = after(
    { type: 'play' },
    { type: 'passed', ms: 3_000 },
    { type: 'pause' },
    { type: 'passed', ms: 1_000 },
  );
  expect(paused).toMatchObject({ position: 3_000, playing: false });
  expect(replayClock(paused, { type: 'play' }, duration)).toMatchObject({ position: 3_000, playing: true });
  const put = replayClock(paused, { type: 'seek', position: 99_000 }, duration);
  expect(put).toMatchObject({ position: duration, playing: false });
  expect(replayClock(put, { type: 'seek', position: -5 }, duration).position).toBe(0);
});

it('changes its speed while it plays; all at once ends it', () => {
  const playing = after({ type: 'play' }, { type: 'passed', ms: 100 }, { type: 'speed', speed: 16 });
  expect(playing).toEqual({ position: 100, playing: true, speed: 16 });
  expect(replayClock(playing, { type: 'speed', speed: 'instant' }, duration)).toEqual(clockAtEnd(duration));
});
