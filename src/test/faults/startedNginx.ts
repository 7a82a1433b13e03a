import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../freePort';
import { patienceMs } from '../patience';

const folder = path.join(__dirname, '..', '..', '..', 'deploy', 'nginx');

/** Whether there is an nginx to test with. */
export const nginxIsInstalled = spawnSync('nginx', ['-v']).error === undefined;

/** A proxy that stands before servers of a test. */
export interface StartedNginx {
  url: string;
  stop(): Promise<void>;
}

/** Runs a configuration as it stands there, but for its addresses. */
export async function startNginx(file: string, servers: string[]): Promise<StartedNginx> {
  const prefix = await mkdtemp(path.join(os.tmpdir(), 'narutalk-nginx-'));
  await cp(folder, prefix, { recursive: true });
  const port = await freePort();
  const written = await readFile(path.join(folder, file), 'utf8');
  const adapted = ['127.0.0.1:3001', '127.0.0.1:3002', '127.0.0.1:8080'].reduce((text, address, at) => {
    if (!text.includes(address)) throw new Error(`${file} does not name ${address}`);
    return text.replaceAll(address, [...servers, `127.0.0.1:${port}`][at]!);
  }, written);
  await writeFile(path.join(prefix, file), adapted);
  const nginx: ChildProcess = spawn(
    'nginx',
    ['-p', prefix, '-c', file, '-e', 'stderr', '-g', 'daemon off;'],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let said = '';
  nginx.stderr!.on('data', (data: Buffer) => (said += data.toString()));
  const url = `http://127.0.0.1:${port}`;
  for (const deadline = Date.now() + patienceMs; ; await pause(50)) {
    const isUp = await fetch(`${url}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) break;
    if (Date.now() < deadline && nginx.exitCode === null) continue;
    nginx.kill('SIGTERM');
    throw new Error(`nginx did not start: ${said}`);
  }
  return {
    url,
    async stop() {
      const exit = once(nginx, 'exit');
      nginx.kill('SIGTERM');
      await exit;
      await rm(prefix, { recursive: true });
    },
  };
}
