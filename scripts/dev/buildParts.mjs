import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { hashFiles } from './hashFiles.mjs';

const root = path.resolve(import.meta.dirname, '..', '..');

/**
 * What is built: the tool's file and arguments, the files the result depends on, and one file of the result. The lock file
 * is among them because the client carries its packages and the compiler is one.
 */
const parts = {
  server: {
    tool: 'typescript/bin/tsc',
    // Types are checked by `npm run check`; a start only needs the JavaScript.
    toolArguments: ['--noCheck', '-p', 'tsconfig.json'],
    sources: ['src', 'tsconfig.json', 'package-lock.json'],
    notSources: ['src/web'],
    output: 'dist/index.js',
  },
  web: {
    tool: 'vite/bin/vite.js',
    toolArguments: ['build', '--logLevel', 'warn'],
    sources: ['src/web', 'src/shared', 'vite.config.mts', 'scripts/dev/pdfFiles.mjs', 'package-lock.json'],
    notSources: [],
    output: 'dist/web/index.html',
  },
};

/**
 * Builds those of the named parts whose sources changed since their last build, at the same time, and says so on standard
 * output; what a tool complains about goes to standard error.
 * @param {('server' | 'web')[]} names
 * @returns {Promise<boolean>} false when a build failed.
 */
export async function buildStaleParts(names) {
  const stale = [];
  for (const name of names) {
    const hash = await hashFiles(root, parts[name].sources, parts[name].notSources);
    if (!(await isBuilt(name, hash))) stale.push({ name, hash });
  }
  return untilTold((signal) => Promise.all(stale.map(({ name, hash }) => build(name, hash, signal))));
}

/** Does the work; when the program is told to stop meanwhile, the tools it started are ended with it. */
async function untilTold(work) {
  const abort = new AbortController();
  const stop = (signal) => {
    abort.abort();
    process.exit(signal === 'SIGINT' ? 130 : 143);
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  const results = await work(abort.signal);
  process.off('SIGINT', stop).off('SIGTERM', stop);
  return results.every(Boolean);
}

/** Remembers the sources a part was last built from. */
function stampFile(name) {
  return path.join(root, 'dist', '.build', name);
}

async function isBuilt(name, hash) {
  if (!existsSync(path.join(root, parts[name].output)) || !existsSync(stampFile(name))) return false;
  return (await readFile(stampFile(name), 'utf8')) === hash;
}

async function build(name, hash, signal) {
  console.log(`building: ${name} ...`);
  const start = performance.now();
  const { ok, output } = await run(parts[name], signal);
  if (!ok) {
    console.error(`${output}The build failed: ${name}.`);
    return false;
  }
  await mkdir(path.dirname(stampFile(name)), { recursive: true });
  await writeFile(stampFile(name), hash);
  console.log(`built: ${name} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
  return true;
}

function run({ tool, toolArguments }, signal) {
  const child = spawn(process.execPath, [path.join(root, 'node_modules', tool), ...toolArguments], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
    signal,
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text) => (output += text));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ ok: code === 0, output }));
  });
}
