import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startParsingChild } from './parsingChild';

/** What a program may do that runs with the rights of the parsing process; the parsing program itself tries nothing. */
function runWithItsRights(program: string): string {
  const child = startParsingChild(64);
  child.kill('SIGKILL');
  const [executable = '', ...given] = child.spawnargs;
  const rights = given.slice(0, -1); // the last one is the parsing program
  return spawnSync(executable, [...rights, '-e', program], { encoding: 'utf8', env: {} }).stderr;
}

const target = path.join(os.tmpdir(), `narutalk-not-written-${process.pid}`);

it.each([
  ['write a file', `require('fs').writeFileSync(${JSON.stringify(target)}, 'a')`],
  ['make a folder', `require('fs').mkdirSync(${JSON.stringify(target)})`],
  ['delete a file', `require('fs').rmSync(${JSON.stringify(__filename)})`],
  ['start a process', `require('child_process').spawnSync('touch', [${JSON.stringify(target)}])`],
])('what parses foreign content cannot %s', (_what, program) => {
  expect(runWithItsRights(program)).toContain('ERR_ACCESS_DENIED');
  expect([existsSync(target), existsSync(__filename)]).toEqual([false, true]);
});

it('warns of nothing where all is well', () => {
  expect(runWithItsRights('0')).toBe('');
});
