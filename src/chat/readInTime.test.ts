import type { ReadAs } from '../storage/database/database';
import { readInTime } from './readInTime';

test('a reading that runs is left to end, and none begins once there is no time', async () => {
  const late = new AbortController();
  const begun: number[] = [];
  const readAs: ReadAs = async (employeeId, work) => {
    begun.push(employeeId);
    return work(() => Promise.reject(new Error('nothing is read here')));
  };
  const read = readInTime(readAs, late.signal);
  let end = () => {};
  const running = read(1, () => new Promise<string>((resolve) => (end = () => resolve('read'))), {
    timeoutMs: 1,
  });
  late.abort(new Error('late'));
  end();
  await expect(running).resolves.toBe('read');
  expect(() => read(2, () => Promise.resolve('read'), { timeoutMs: 1 })).toThrow('late');
  expect(begun).toEqual([1]);
});
