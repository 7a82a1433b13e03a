import type { ChildProcess } from 'node:child_process';
import { startParsingChild } from './parsingChild';

/** Milliseconds a spare waits for the next document: long between two uploads of a series, short beside a quiet day. */
const defaultIdleMs = 60_000;

/**
 * A parsing child that is started while the file before is still being read. Each is given away once, for one file, so that
 * nothing of one document is in the process that reads the next. Where no documents come there is none: at rest it costs
 * nothing, and while it waits it has loaded what every format needs, but no parser's library (some 55 MB in all).
 */
export interface SpareChild {
  /** Gives the spare away and starts the next. @returns null where there is none that lives. */
  take(): ChildProcess | null;
  /** Ends the spare; there will be no other. */
  close(): void;
}

/** @param heapMegabytes as of `startParsingChild`. */
export function createSpareChild(
  heapMegabytes: number,
  { idleMs = defaultIdleMs }: { idleMs?: number } = {},
): SpareChild {
  let spare: ChildProcess | null = null;
  let idle: NodeJS.Timeout | undefined;
  let isClosed = false;

  function start(): void {
    const child = startParsingChild(heapMegabytes);
    // One that cannot be started, or dies while it waits, is missed by nobody: the next file has a fresh one.
    const forget = () => {
      if (spare === child) spare = null;
    };
    child.once('error', forget).once('exit', forget);
    child.unref();
    child.channel?.unref();
    spare = child;
    idle = setTimeout(end, idleMs).unref();
  }

  function end(): void {
    clearTimeout(idle);
    spare?.kill('SIGKILL');
    spare = null;
  }

  return {
    take() {
      const taken = spare;
      spare = null;
      clearTimeout(idle);
      taken?.ref();
      taken?.channel?.ref();
      if (!isClosed) start();
      return taken;
    },
    close() {
      isClosed = true;
      end();
    },
  };
}
