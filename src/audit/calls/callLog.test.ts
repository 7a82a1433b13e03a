import type { Logger } from '../../logging/logger';
import type { NewSpan } from '../../repositories/newSpan';
import { createAppendTogether } from './appendTogether';
import { createCallCounts } from './callCounts';
import { eventSpan } from '../auditLog';

const quiet = { warn: () => {}, error: () => {} } as unknown as Logger;

test('records that come while one is being written go together with the next', async () => {
  const written: number[] = [];
  const append = createAppendTogether(async (spans) => {
    written.push(spans.length);
    await Promise.resolve();
  });
  await Promise.all(Array.from({ length: 1_201 }, () => append(eventSpan({ name: 'x' }))));
  expect(written).toEqual([1, 500, 500, 200]);
});

test('one that cannot be stored does not take the others with it', async () => {
  const append = createAppendTogether(async (spans) => {
    await Promise.resolve();
    if (spans.some(({ name }) => name === 'bad')) throw new Error('not storable');
  });
  const names = ['good', 'good', 'bad', 'good'];
  const results = await Promise.allSettled(names.map((name) => append(eventSpan({ name }))));
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
});

test('more than may wait are refused, not kept', async () => {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  const append = createAppendTogether(() => held);
  const all = Array.from({ length: 6_000 }, () =>
    append(eventSpan({ name: 'x' })).then(
      () => true,
      () => false,
    ),
  );
  release();
  const stored = (await Promise.all(all)).filter(Boolean).length;
  expect(stored).toBe(5_001);
});

test('calls from many places are counted all, in few records', async () => {
  const stored: NewSpan[] = [];
  const counts = createCallCounts(async (spans) => void stored.push(...spans), quiet);
  for (let at = 0; at < 5_000; at += 1)
    counts.count({ name: 'GET /api/employees refused', error: 'unauthenticated', address: `10.0.${at}` });
  await counts.close();
  expect(stored).toHaveLength(1_001);
  const calls = stored.map(({ output }) => (output as { calls: number }).calls);
  expect(calls.reduce((sum, each) => sum + each, 0)).toBe(5_000);
});

test('what could not be written is counted on, and written later', async () => {
  const stored: NewSpan[] = [];
  let isAway = true;
  const append = async (spans: NewSpan[]) => {
    if (isAway) throw new Error('away');
    stored.push(...spans);
  };
  const counts = createCallCounts(append, quiet);
  counts.count({ name: 'GET /healthz', status: 200 });
  await counts.close();
  isAway = false;
  counts.count({ name: 'GET /healthz', status: 200 });
  await counts.close();
  expect(stored).toMatchObject([{ name: 'GET /healthz', output: { calls: 2, status: 200 } }]);
});
