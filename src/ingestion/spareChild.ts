import type { ChildProcess } from 'node:child_process';
import type { Socket } from 'node:net';

/** Milliseconds a spare waits for the next document: long between two uploads of a series, short beside a quiet day. */
const defaultIdleMs = 60_000;

/**
 * A parsing child that is started as soon as a file has been read, while the stores take what was in it. Each is given away
 * once, for one file, so that nothing of one document is in the process that reads the next. Where no documents come there is
 * none: at rest it costs nothing, and while it waits it has loaded what every format needs, but no parser's library (some
 * 55 MB in all).
 */
export interface SpareChild {
  /** Starts one where there is none. */
  prepare(): void;
  /** Gives the spare away. @returns null where there is none that lives. */
  take(): ChildProcess | null;
  /** Ends the spare; there will be no other. */
  close(): void;
}

/** @param start starts the children. */
export function createSpareChild(
  start: () => ChildProcess,
  { idleMs = defaultIdleMs }: { idleMs?: number } = {},
): SpareChild {
  let spare: ChildProcess | null = null;
  let idle: NodeJS.Timeout | undefined;
  let isClosed = false;

  function prepare(): void {
    if (spare || isClosed) return;
    const child = start();
    // One that cannot be started, or dies while it waits, is missed by nobody: the next file has a fresh one.
    const forget = () => {
      if (spare === child) spare = null;
    };
    child.once('error', forget).once('exit', forget);
    for (const handle of handlesOf(child)) handle.unref();
    spare = child;
    idle = setTimeout(end, idleMs).unref();
  }

  function end(): void {
    clearTimeout(idle);
    spare?.kill('SIGKILL');
    spare = null;
  }

  return {
    prepare,
    take() {
      const taken = spare;
      spare = null;
      clearTimeout(idle);
      if (taken) for (const handle of handlesOf(taken)) handle.ref();
      return taken;
    },
    close() {
      isClosed = true;
      end();
    },
  };
}

/** What keeps this process from its end while a child lives. */
function handlesOf(child: ChildProcess): { ref(): void; unref(): void }[] {
  const errorOutput = child.stderr as Socket | null;
  return [child, child.channel, errorOutput].filter((handle) => handle != null);
}
