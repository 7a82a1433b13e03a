import { createTextPace } from './textPace';

/** The wait after so many pieces that came this far apart. */
function waitAtGap(gapMs: number, pieces = 40): number {
  const pace = createTextPace();
  let wait = 0;
  for (let at = 0; at < pieces; at += 1) wait = pace.waitAfter(at * gapMs);
  return wait;
}

test.each([
  { pace: 'all at once', gapMs: 0, wait: 50 },
  { pace: '60 a second', gapMs: 1000 / 60, wait: 58 },
  { pace: '20 a second', gapMs: 50, wait: 175 },
  { pace: '10 a second', gapMs: 100, wait: 175 },
  { pace: '5 a second', gapMs: 200, wait: 0 },
])('text that comes $pace is gathered for $wait ms', ({ gapMs, wait }) => {
  expect(waitAtGap(gapMs)).toBeCloseTo(wait, 0);
});

test('one pause does not make a fast model a slow one', () => {
  const pace = createTextPace();
  for (let at = 0; at < 20; at += 1) pace.waitAfter(at * 10);
  expect(pace.waitAfter(190 + 400)).toBeGreaterThan(0);
  for (let at = 0; at < 20; at += 1) pace.waitAfter(600 + at * 10);
  expect(pace.waitAfter(800)).toBe(50);
});
