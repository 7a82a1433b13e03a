// `npm run test:fuzz -- [--cases 20] [--as rep,admin] [--seed 1]`: starts the built program with the sample company on engines
// of its own and lets Schemathesis call every operation of `/api/openapi.json`, as each kind of person and as nobody. Fails on
// any server error and on any answer against the description. Needs Schemathesis (`pip install schemathesis`); `SCHEMATHESIS` is
// its command where that is not on the path.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { createAdmin } from './createAdmin.mjs';

const require = createRequire(import.meta.url);
const { newDataDir, removeDataDir, startProgram } = require('../../dist/test/e2e/startedProgram.js');

// The admin comes last: what others may do depends on the people and documents an admin changes.
const everybody = ['nobody', 'rep', 'manager', 'analyst', 'admin'];

/** What is not asked of an answer, and why. */
const leftOut = [
  // Some rules are between members (`validTo` not before `validFrom`) or about what is stored, which a schema does not say.
  'positive_data_acceptance',
];

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '20' },
    as: { type: 'string', default: everybody.join(',') },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
  },
});

const folder = await mkdtemp(path.join(os.tmpdir(), 'narutalk-fuzz-'));
const dataDir = await newDataDir();
let failed = false;
try {
  const program = await startProgram(dataDir, { LOG_LEVEL: 'error' });
  try {
    const people = { ...program.demo, admin: await createAdmin(program) };
    for (const who of values.as.split(',')) {
      const passed = await fuzz(program.url, who, people[who]);
      failed ||= !passed;
    }
  } finally {
    const code = await program.stop();
    if (code !== 0) {
      console.error(`The program ended with ${code}.`);
      failed = true;
    }
  }
} finally {
  await removeDataDir(dataDir);
  await rm(folder, { recursive: true });
}
process.exitCode = failed ? 1 : 0;

/** @returns whether nothing was found. */
async function fuzz(url, who, person) {
  console.log(`\n== as ${who}`);
  const config = path.join(folder, `${who}.toml`);
  const report = path.join(folder, `${who}.ndjson`);
  await writeFile(config, person ? signingIn(person) : '');
  const command = process.env.SCHEMATHESIS ?? 'schemathesis';
  const options = [
    ...['--config-file', config, 'run', `${url}/api/openapi.json`],
    ...['--max-examples', values.cases, '--seed', values.seed, '--exclude-checks', leftOut.join(',')],
    // Fewer than are refused with 429: what is refused tells nothing.
    ...['--rate-limit', '2500/m', '--request-timeout', '60', '--continue-on-failure', '--no-color'],
    ...[
      '--generation-database',
      'none',
      '--warnings',
      'off',
      '--report',
      'ndjson',
      '--report-ndjson-path',
      report,
    ],
    ...(values.only ? ['--include-path-regex', values.only] : []),
  ];
  const child = spawn(command, options, { stdio: 'inherit', cwd: folder });
  const [code] = await once(child, 'exit');
  console.log(`as ${who}: ${await countCases(report)} calls, ${code === 0 ? 'nothing found' : 'see above'}`);
  return code === 0;
}

/** Tokens live for minutes: it signs in again by itself. */
function signingIn({ email, password }) {
  return [
    '[auth.dynamic.openapi.accessToken]',
    'path = "/api/auth/login"',
    `payload = { email = ${JSON.stringify(email)}, password = ${JSON.stringify(password)} }`,
    'extract_selector = "/accessToken"',
  ].join('\n');
}

async function countCases(report) {
  const text = await readFile(report, 'utf8');
  return text.match(/"status_code":/g)?.length ?? 0;
}
