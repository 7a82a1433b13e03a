// `npm run test:fuzz -- [--cases 22] [--as rep,admin] [--phases ...] [--only <regex of paths>] [--seed 1]`: starts the built
// program with the sample company on engines of its own and lets Schemathesis call every operation of `/api/openapi.json`, as each
// kind of person and as nobody. Fails on any server error and on any answer against the description. Needs Schemathesis 4
// (`pip install --requirement scripts/fuzz/requirements.txt`); `SCHEMATHESIS` is its command where that is not on the path.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { createAdmin } from './createAdmin.mjs';
import { readReport, servedTo } from './readReport.mjs';

const require = createRequire(import.meta.url);
const { newDataDir, removeDataDir, startProgram } = require('../../dist/test/e2e/startedProgram.js');

// The admin comes last: what others may do depends on the people and documents an admin changes.
const everybody = ['nobody', 'rep', 'manager', 'analyst', 'admin'];

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '22' },
    as: { type: 'string', default: everybody.join(',') },
    phases: { type: 'string', default: 'examples,coverage,fuzzing,stateful' },
    only: { type: 'string' },
    seed: { type: 'string', default: '1' },
    /** Where the reports of a run are kept. */
    reports: { type: 'string' },
  },
});

// Wrong guesses of the own password or code lock the account, which then cannot sign in again: they come last.
const asksForPassword = '^/api/auth/(password|second-factor|api-keys)';
const notGuessing = ['--exclude-path-regex', asksForPassword];
const guessing = ['--include-path-regex', asksForPassword];

const settings = await readFile(path.join(import.meta.dirname, 'schemathesis.toml'), 'utf8');
const folder = await mkdtemp(path.join(os.tmpdir(), 'narutalk-fuzz-'));
const dataDir = await newDataDir();
/** Schemathesis while it runs; a run that is broken off ends it and what was started for it. */
let asking;
let brokenOff = false;
for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => {
    brokenOff = true;
    asking?.kill('SIGINT');
  });

const found = [];
try {
  const program = await startProgram(dataDir, { LOG_LEVEL: 'error' });
  try {
    const people = { ...program.demo, admin: await createAdmin(program) };
    for (const who of values.as.split(',')) {
      if (!brokenOff && !(await fuzz(program.url, who, people[who]))) found.push(who);
    }
  } finally {
    const code = await program.stop();
    if (code !== 0) found.push(`the program ended with ${code}`);
  }
} finally {
  await removeDataDir(dataDir);
  await rm(folder, { recursive: true });
}
console.log(found.length === 0 ? 'Nothing was found.' : `Found: ${found.join(', ')}.`);
process.exitCode = found.length === 0 && !brokenOff ? 0 : 1;

/** @returns whether nothing was found. */
async function fuzz(url, who, person) {
  const permissions = person ? await permissionsOf(url, person) : null;
  const description = await (await fetch(`${url}/api/openapi.json`)).json();
  const passes = values.only ? [['--include-path-regex', values.only]] : [notGuessing, guessing];
  const total = { calls: 0, serverErrors: 0, crossed: new Set(), isClean: true };
  for (const [pass, paths] of passes.entries()) {
    console.log(`\n== as ${who}${values.only ? '' : `, ${pass + 1} of ${passes.length}`}`);
    const config = path.join(folder, `${who}.toml`);
    const report = path.join(folder, `${who}-${pass + 1}.ndjson`);
    await writeFile(config, `${settings}\n${person ? signingIn(person) : ''}`);
    const code = await ask(url, config, report, paths);
    if (values.reports) await copyFile(report, path.join(values.reports, path.basename(report)));
    const { calls, serverErrors, crossed } = await readReport(report, servedTo(description, permissions));
    total.calls += calls;
    total.serverErrors += serverErrors;
    for (const label of crossed) total.crossed.add(label);
    if (code !== 0) total.isClean = false;
  }
  const { calls, serverErrors, crossed, isClean } = total;
  console.log(`as ${who}: ${calls} calls, ${serverErrors} server errors, ${crossed.size} rights crossed`);
  for (const label of crossed) console.log(`  served without the right: ${label}`);
  return isClean && serverErrors === 0 && crossed.size === 0;
}

/** @returns the exit code of Schemathesis. */
async function ask(url, config, report, paths) {
  asking = spawn(
    process.env.SCHEMATHESIS ?? 'schemathesis',
    [
      ...['--config-file', config, 'run', `${url}/api/openapi.json`, '--no-color', ...paths],
      ...['--phases', values.phases, '--max-examples', values.cases, '--seed', values.seed],
      ...['--report', 'ndjson', '--report-ndjson-path', report],
    ],
    { stdio: 'inherit', cwd: folder },
  );
  const [code] = await once(asking, 'exit');
  return code;
}

async function permissionsOf(url, { email, password }) {
  const response = await fetch(`${url}/api/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  if (!response.ok) throw new Error(`${email} cannot sign in: ${response.status}`);
  return (await response.json()).employee.permissions;
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
