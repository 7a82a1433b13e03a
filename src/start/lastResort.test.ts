import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const built = (...parts: string[]) => JSON.stringify(path.resolve('dist', ...parts));

/** Of a process of its own, on what was built. @returns what it said at its end. */
async function endOf(fault: string): Promise<{ code: number; stderr: string }> {
  const program = `
    const { createLogger } = require(${built('logging', 'logger')});
    require(${built('start', 'lastResort')}).endOnUncaught(createLogger('info'));
    const error = Object.assign(new Error('a fault'), { meta: { authorization: 'canary-of-a-key' } });
    ${fault}
    setTimeout(() => {}, 60_000);`;
  return run(process.execPath, ['-e', program]).then(
    () => ({ code: 0, stderr: '' }),
    (ended: unknown) => ended as { code: number; stderr: string },
  );
}

test.each([
  ['an error that is thrown', 'setImmediate(() => { throw error; });'],
  ['a promise that nobody waits for', 'void Promise.reject(error);'],
])('%s is logged without its members, and ends the process', async (_what, fault) => {
  const { code, stderr } = await endOf(fault);
  expect(code).toBe(1);
  expect(JSON.parse(stderr)).toMatchObject({
    level: 60,
    err: { message: 'a fault', stack: expect.stringContaining('Error: a fault') },
    msg: 'nobody caught this',
  });
  expect(stderr).not.toContain('canary');
});
