// `npm run check:deploy`: the alert rules and the chart of `deploy/`, with promtool and helm where they are. Where one is not, it
// says what that leaves unchecked.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { missingTools } from './deployTools.mjs';

const root = path.resolve(import.meta.dirname, '..', '..');
const jest = createRequire(import.meta.url).resolve('jest/bin/jest');
const tests = ['alertRules', 'helmChart'].map((name) => path.join('src', 'test', `${name}.test.ts`));

const given = [jest, '--verbose', ...process.argv.slice(2)];
if (!given.includes('--runTestsByPath')) given.push('--runTestsByPath', ...tests);
const { status } = spawnSync(process.execPath, given, { cwd: root, stdio: 'inherit' });
for (const { name, without } of missingTools()) {
  console.log(
    `${name} is not on the PATH: ${without}. node scripts/dev/installDeployTools.mjs builds it with Go.`,
  );
}
process.exitCode = status ?? 1;
