import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { patienceMs } from '../patience';

/** A shell that is typed into, as whoever follows a page does. */
export interface ShellSession {
  /** Types commands and waits until they are done. @returns what they printed. @throws Error when one of them fails. */
  run(commands: string): Promise<string>;
  /** Types a command that stays, and waits until it has printed this. */
  start(commands: string, until: string): Promise<string>;
  /** Ends what was started and has stayed, as Ctrl-C does. */
  stopStarted(): Promise<void>;
  /** Ends the shell and whatever still runs in it. */
  close(): Promise<void>;
}

/** What a command of a page may take: a first start builds the program and loads the samples, maybe on a busy machine. */
const commandPatienceMs = 10 * patienceMs;

/** Ends every job in its own group, with what it has started, and waits for it. */
const endJobs = 'for job in $(jobs -p); do kill -INT -- "-$job"; done 2>/dev/null; wait';

/** Opens a shell that ends at the first command that fails, and with it everything that runs in it. */
export function openShell(folder: string, environment: NodeJS.ProcessEnv): ShellSession {
  const shell = spawn('bash', ['--norc', '--noprofile'], {
    cwd: folder,
    env: environment,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  // Typing into a shell that has ended: its `exit` says so.
  shell.stdin.on('error', () => {});
  let printed = '';
  let hear = () => {};
  for (const stream of [shell.stdout, shell.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      hear();
    });
  }
  // Not `close`: a daemon that was started keeps the other end of the pipes.
  const ended = once(shell, 'exit').then(() => setTimeout(() => hear(), 100));
  // `-m`: what is put into the background is a group of its own that can be ended, and hears Ctrl-C.
  shell.stdin.write(`set -euo pipefail -m\ntrap '{ ${endJobs}; } || true' EXIT\n`);

  /** @returns what was printed before `text`, which is taken out with it. */
  const printedUntil = async (text: string, commands: string): Promise<string> => {
    const late = setTimeout(() => shell.kill('SIGTERM'), commandPatienceMs);
    try {
      while (!printed.includes(text)) {
        if (shell.exitCode !== null || shell.signalCode !== null)
          throw new Error(`${commands}\n\nfailed and printed:\n${printed}`);
        await new Promise<void>((resolve) => (hear = resolve));
      }
    } finally {
      clearTimeout(late);
    }
    const before = printed.slice(0, printed.indexOf(text));
    printed = printed.slice(before.length + text.length);
    return before;
  };

  const run = (commands: string) => {
    const mark = `--${randomBytes(8).toString('hex')}--`;
    shell.stdin.write(`${commands}\nprintf '%s' '${mark}'\n`);
    return printedUntil(mark, commands);
  };

  return {
    run,
    start(commands, until) {
      shell.stdin.write(`{\n${commands}\n} &\n`);
      return printedUntil(until, commands);
    },
    stopStarted: async () => {
      await run(`{ ${endJobs}; } || true`);
    },
    close: async () => {
      shell.stdin.end('exit 0\n');
      await ended;
      shell.stdout.destroy();
      shell.stderr.destroy();
    },
  };
}
