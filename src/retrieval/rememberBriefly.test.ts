import { rememberBriefly } from './rememberBriefly';

test('those who ask within the time share one reading', async () => {
  let readings = 0;
  const read = rememberBriefly(60_000, async () => ++readings);
  expect(await Promise.all([read(), read()])).toEqual([1, 1]);
  expect(await read()).toBe(1);
});

test('what is older is read again', async () => {
  let readings = 0;
  const read = rememberBriefly(-1, async () => ++readings);
  expect([await read(), await read()]).toEqual([1, 2]);
});

test('a reading that failed is told to those who asked, and not remembered', async () => {
  let readings = 0;
  const read = rememberBriefly(60_000, async () => {
    if (++readings === 1) throw new Error('away');
    return readings;
  });
  await expect(read()).rejects.toThrow('away');
  expect(await read()).toBe(2);
});
