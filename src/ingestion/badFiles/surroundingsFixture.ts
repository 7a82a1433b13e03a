import { execFile } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { randomBytes } from 'node:crypto';
import type { BadFile, Surroundings } from './badFileFixture';

/** What stands in the secret file. */
export const secret = 'the-secret-that-no-document-shows';

/** Where bad files try to get, and whether they have been there. */
export interface WatchedSurroundings extends Surroundings {
  /** Connections to the web server until now. */
  connections(): number;
  /** Paths at which a bad file has left something. */
  escapes(): Promise<string[]>;
  /** Lets a test use a bad file under a path of its own. */
  withFile<T>(file: BadFile, use: (filePath: string) => Promise<T>): Promise<T>;
  /** What stands in the folder of the bad files beside the secret. */
  leftovers(): Promise<string[]>;
  remove(): Promise<void>;
}

export async function makeSurroundings(): Promise<WatchedSurroundings> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'narutalk-bad-'));
  const secretFile = path.join(folder, 'secret.txt');
  await writeFile(secretFile, secret);
  const escapeName = `narutalk-escape-${randomBytes(6).toString('hex')}`;
  let connections = 0;
  const server = await listen(() => (connections += 1));
  const surroundings: Surroundings = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    secretFile,
    escapeName,
  };
  let files = 0;
  return {
    ...surroundings,
    connections: () => connections,
    escapes: () =>
      findNamed(escapeName, [os.tmpdir(), '/tmp', '/', folder, path.dirname(folder), process.cwd()]),
    async withFile(file, use) {
      files += 1;
      const filePath = path.join(folder, `${files}`);
      await writeFile(filePath, await file.content(surroundings));
      try {
        return await use(filePath);
      } finally {
        await rm(filePath);
      }
    },
    leftovers: async () => (await readdir(folder)).filter((name) => name !== path.basename(secretFile)),
    async remove() {
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true });
    },
  };
}

/** Parsing processes that this one has started and that still run. */
export async function parsingChildren(): Promise<string[]> {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'ppid=,stat=,args=']);
  return stdout
    .split('\n')
    .filter((line) => line.trim().startsWith(`${process.pid} `) && line.includes('parseWorker'));
}

async function listen(onConnection: () => void): Promise<Server> {
  const server = createServer((_request, response) => response.end(secret)).on('connection', onConnection);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

async function findNamed(name: string, folders: string[]): Promise<string[]> {
  const found = await Promise.all(
    [...new Set(folders)].map(async (folder) =>
      (await readdir(folder))
        .filter((entry) => entry.includes(name))
        .map((entry) => path.join(folder, entry)),
    ),
  );
  return found.flat();
}
