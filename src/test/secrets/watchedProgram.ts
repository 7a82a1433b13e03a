import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

const root = path.join(__dirname, '..', '..', '..');

/** The built program in a process of its own, with everything that it writes. */
export interface WatchedProgram {
  url: string;
  /** Standard output and standard error until now. */
  written(): string;
  /** Settled once it has written this: what a process writes arrives when it likes. */
  hasWritten(text: string): Promise<void>;
  /** Ends it in order, and waits for its last word. */
  stop(): Promise<void>;
}

/** Starts it with these settings alone. @throws Error with what it wrote when it ends before it serves. */
export async function watchProgram(settings: Record<string, string>): Promise<WatchedProgram> {
  const { program, written } = run(settings);
  const ended = once(program, 'close');
  const banner = new Promise<string>((resolve) => {
    const look = () => {
      const [, url] = /^NaruTalk is running: (\S+)/m.exec(written()) ?? [];
      if (url && written().includes('Ctrl-C ends it.')) resolve(url);
    };
    program.stdout.on('data', look);
  });
  const url = await Promise.race([banner, ended.then(() => null)]);
  if (url === null) throw new Error(`the program did not start:\n${written()}`);
  return {
    url,
    written,
    async hasWritten(text) {
      while (!written().includes(text)) await once(program.stderr, 'data');
    },
    async stop() {
      program.kill('SIGTERM');
      await ended;
    },
  };
}

/** A start that is expected to fail. @returns what it wrote. */
export async function failToStart(settings: Record<string, string>): Promise<string> {
  const { program, written } = run(settings);
  const [code] = (await once(program, 'close')) as [number];
  if (code === 0) throw new Error('the program started');
  return written();
}

function run(settings: Record<string, string>) {
  const { PATH, HOME } = process.env;
  const program = spawn(process.execPath, ['dist/index.js'], {
    cwd: root,
    env: { PATH, HOME, PORT: '0', DEMO: '0', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const pieces: Buffer[] = [];
  for (const stream of [program.stdout, program.stderr])
    stream.on('data', (piece: Buffer) => pieces.push(piece));
  return { program, written: () => Buffer.concat(pieces).toString('utf8') };
}
