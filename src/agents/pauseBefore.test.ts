import { firstPauseMs, longestRetryAfterMs, maximumTries } from './limits';
import { ModelTrouble } from './modelTrouble';
import { pauseBefore } from './pauseBefore';

const pauses = (trouble: ModelTrouble, tries: number) =>
  Array.from({ length: 200 }, () => pauseBefore(trouble, tries));

test('pauses are spread from nothing to a bound that doubles, and end with the tries', () => {
  const down = new ModelTrouble('unavailable');
  for (const tries of [1, 2]) {
    const all = pauses(down, tries).map((ms) => ms!);
    const bound = firstPauseMs * 2 ** (tries - 1);
    expect(Math.max(...all)).toBeLessThanOrEqual(bound);
    expect(Math.max(...all)).toBeGreaterThan(bound / 2);
    expect(Math.min(...all)).toBeLessThan(bound / 2);
  }
  expect(pauseBefore(down, maximumTries)).toBeNull();
});

test('an endpoint that asks to be left alone is, once and not for long', () => {
  const busy = (retryAfterMs: number) => new ModelTrouble('rate-limited', { retryAfterMs });
  expect(pauseBefore(busy(1_000), 1)).toBeGreaterThanOrEqual(1_000);
  expect(pauseBefore(busy(1_000), 2)).toBeNull();
  expect(pauseBefore(busy(longestRetryAfterMs + 1), 1)).toBeNull();
});

test.each(['refused', 'silent', 'broken-off'] as const)('what is %s is not asked again', (kind) => {
  expect(pauseBefore(new ModelTrouble(kind), 1)).toBeNull();
});
