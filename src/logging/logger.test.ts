import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The lines come on standard error of a process: so one is begun, on what was built. */
it('writes no personal data', async () => {
  const logger = JSON.stringify(path.resolve('dist', 'logging', 'logger'));
  const program = `
    const logger = require(${logger}).createLogger('info');
    logger.error({ err: new Error('전화 010-2718-2818'), deep: { note: '주민번호 900101-1234568' } }, 'canary@secret.example');`;
  const { stderr } = await run(process.execPath, ['-e', program]);
  for (const hidden of ['2718', '1234568', 'canary@']) expect(stderr).not.toContain(hidden);
  const line = JSON.parse(stderr) as { err: { message: string }; deep: { note: string }; msg: string };
  expect(line).toMatchObject({
    err: { message: '전화 [전화번호]' },
    deep: { note: '주민번호 [주민등록번호]' },
    msg: '[이메일]',
  });
});

it('keeps what a stranger wrote within its line', async () => {
  const logger = JSON.stringify(path.resolve('dist', 'logging', 'logger'));
  const forged = 'x\n{"level":30,"msg":"signed in"}\r\n\u2028\u001b[2J';
  const program = `
    require(${logger}).createLogger('info').warn({ name: process.argv[1], err: new Error(process.argv[1]) }, process.argv[1]);`;
  const { stderr } = await run(process.execPath, ['-e', program, forged]);
  expect(stderr.trimEnd().split(/\r|\n/)).toHaveLength(1);
  expect(JSON.parse(stderr)).toMatchObject({
    ...{ name: forged, err: { message: forged }, msg: forged },
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
  });
  // eslint-disable-next-line no-control-regex -- what would move a terminal's cursor is what must not be there
  expect(stderr.trimEnd()).not.toMatch(/[\u0000-\u001f]/);
});
