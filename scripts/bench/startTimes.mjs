import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import { median, rounded } from './statistics.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const restMs = 3_000;

/** First start on an empty data folder (already built), later start on the same, memory at rest after it. */
export async function measureStart({ rounds }) {
  const first = [];
  const later = [];
  const memory = [];
  for (let round = 0; round < rounds; round += 1) {
    const dataDir = await mkdtemp(path.join(os.tmpdir(), 'narutalk-bench-'));
    first.push((await startAndStop(dataDir)).seconds);
    const again = await startAndStop(dataDir);
    later.push(again.seconds);
    memory.push(again.mebibytes);
    await rm(dataDir, { recursive: true });
  }
  return {
    'first start with samples, built, seconds': rounded(median(first), 1),
    'later start, seconds': rounded(median(later), 1),
    'later start / first start': rounded(median(later) / median(first)),
    'memory at rest, MiB': rounded(median(memory), 0),
  };
}

async function startAndStop(dataDir) {
  const started = performance.now();
  const server = spawn(process.execPath, ['dist/index.js'], {
    cwd: root,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, DATA_DIR: dataDir, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: server.stdout })) {
    if (line.startsWith('NaruTalk is running')) break;
  }
  const seconds = (performance.now() - started) / 1000;
  await pause(restMs);
  const mebibytes = await residentMebibytes(server.pid);
  server.kill('SIGTERM');
  const [code] = await once(server, 'exit');
  if (code !== 0) throw new Error(`the server ended with code ${code}`);
  return { seconds, mebibytes };
}

async function residentMebibytes(pid) {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)[1]) / 1024;
}
