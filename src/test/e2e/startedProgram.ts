import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import {
  isOnServices,
  loadSamplesOnServices,
  ownServiceSettings,
  removeOwnServices,
  type DemoPeople,
} from './ownServices';

const root = path.join(__dirname, '..', '..', '..');

/** The program, started in a process of its own as a user starts it, with what it printed. */
export interface StartedProgram {
  url: string;
  pid: number;
  setupToken: string;
  /** E-mail address and password of the demo people, by role. */
  demo: DemoPeople;
  /** Ends it as Ctrl-C does, or as whoever keeps processes does. @returns its exit code. */
  stop(signal?: 'SIGINT' | 'SIGTERM'): Promise<number>;
  /** Ends it as a power cut does; the data folder stays. */
  kill(): Promise<void>;
}

/** A data folder for programs of a test. */
export function newDataDir(): Promise<string> {
  return mkdtemp(path.join(os.tmpdir(), 'narutalk-e2e-'));
}

/** Removes a data folder, and what its programs have stored elsewhere. */
export async function removeDataDir(dataDir: string): Promise<void> {
  await removeOwnServices(dataDir);
  await rm(dataDir, { recursive: true });
}

/** The whole environment of a program of this data folder, on the engines of this run. */
export async function programEnvironment(dataDir: string): Promise<NodeJS.ProcessEnv> {
  const { PATH, HOME } = process.env;
  return { PATH, HOME, DATA_DIR: dataDir, ...(await ownServiceSettings(dataDir)) };
}

/**
 * Starts the built program, with the people and data of the demo unless told otherwise (`DEMO: '0'`), on the engines of this run.
 * @param log where its log goes: that of this process, or an open file.
 * @throws Error with its output when it does not start.
 */
export async function startProgram(
  dataDir: string,
  settings: Record<string, string> = {},
  log: 'inherit' | number = 'inherit',
): Promise<StartedProgram> {
  const people = settings.DEMO !== '0' && isOnServices() ? await loadSamplesOnServices(dataDir) : {};
  const program = spawn(process.execPath, ['dist/index.js'], {
    cwd: root,
    env: { ...(await programEnvironment(dataDir)), PORT: '0', ...settings },
    stdio: ['ignore', 'pipe', log],
  });
  const printed = await readBanner(program);
  return {
    ...printed,
    demo: { ...printed.demo, ...people },
    pid: program.pid!,
    async stop(signal = 'SIGINT') {
      if (program.exitCode !== null) return program.exitCode;
      program.kill(signal);
      const [code] = (await once(program, 'exit')) as [number];
      return code;
    },
    async kill() {
      program.kill('SIGKILL');
      await once(program, 'exit');
    },
  };
}

async function readBanner(program: ChildProcess): Promise<Omit<StartedProgram, 'pid' | 'stop' | 'kill'>> {
  const lines: string[] = [];
  const demo: StartedProgram['demo'] = {};
  let url = '';
  let setupToken = '';
  for await (const line of createInterface({ input: program.stdout! })) {
    lines.push(line);
    url = /^NaruTalk is running: (\S+)/.exec(line)?.[1] ?? url;
    setupToken = /#token=(\S+)/.exec(line)?.[1] ?? setupToken;
    const [, role, email, password] = /^demo sign-in: (\S+) (\S+) (\S+)/.exec(line) ?? [];
    if (role) demo[role] = { email: email!, password: password! };
    if (line === 'Ctrl-C ends it.') return { url, setupToken, demo };
  }
  throw new Error(`the program did not start:\n${lines.join('\n')}`);
}
