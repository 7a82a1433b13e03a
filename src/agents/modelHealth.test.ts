import { downMs, failuresUntilDown, longestDownMs } from './limits';
import { createModelHealth } from './modelHealth';
import { ModelTrouble } from './modelTrouble';

let now = 0;
const unavailable = new ModelTrouble('unavailable');

test('an endpoint that failed some times in a row is left alone for a while, and at once again where it fails then', () => {
  const health = createModelHealth(() => now);
  for (let failures = 1; failures < failuresUntilDown; failures += 1) health.failed(unavailable);
  expect(health.downBy()).toBeNull();
  health.failed(unavailable);
  expect(health.downBy()).toBe('unavailable');
  now += downMs;
  expect(health.downBy()).toBeNull();
  health.failed(unavailable);
  expect(health.downBy()).toBe('unavailable');
  now += downMs;
  health.succeeded();
  health.failed(unavailable);
  expect(health.downBy()).toBeNull();
});

test('what one question brought about says nothing of the endpoint', () => {
  const health = createModelHealth(() => now);
  for (let failures = 0; failures < 2 * failuresUntilDown; failures += 1)
    health.failed(new ModelTrouble('refused'));
  expect(health.downBy()).toBeNull();
});

test('an endpoint that says when it wants to be asked again is left alone until then, within bounds', () => {
  const health = createModelHealth(() => now);
  health.failed(new ModelTrouble('rate-limited', { retryAfterMs: 3_600_000 }));
  now += longestDownMs - 1;
  expect(health.downBy()).toBe('rate-limited');
  now += 1;
  expect(health.downBy()).toBeNull();
});

test('an endpoint is down by what failed last of it, whatever one question brings about then', () => {
  const health = createModelHealth(() => now);
  for (let failures = 1; failures < failuresUntilDown; failures += 1) health.failed(unavailable);
  health.failed(new ModelTrouble('silent'));
  health.failed(new ModelTrouble('refused'));
  expect(health.downBy()).toBe('silent');
});
