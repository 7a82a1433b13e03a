import { randomUUID } from 'node:crypto';
import { outsideContexts } from '../../logging/logContext';
import type { Logger } from '../../logging/logger';
import type { NewSpan } from '../../repositories/newSpan';

/** What is counted together: the same call, with the same end, from the same place. */
export interface CountedCall {
  /** From a fixed set: a route or an event, never what a caller wrote. */
  name: string;
  /** Code of the error catalogue where it was refused. */
  error?: string;
  /** Status of the answer, where it was one of HTTP. */
  status?: number;
  employeeId?: number;
  address?: string;
}

export interface CallCounts {
  count(call: CountedCall): void;
  /** Writes what was counted. */
  close(): Promise<void>;
}

/** Milliseconds for which calls are counted before they are written: what a killed process loses of them. */
const writeEveryMs = 30_000;

/** Kinds of calls kept apart by whom they came from; the rest is counted by name and end, of which there are so many. */
const keptApart = 1_000;

interface Counted extends CountedCall {
  calls: number;
  from: Date;
  to: Date;
}

/**
 * Counts calls that anybody can make as often as they like: one record for many, so that a flood fills neither the memory nor the
 * database. Calls do not wait for it, and it outlasts a database that is away or has no tables yet.
 */
export function createCallCounts(append: (spans: NewSpan[]) => Promise<void>, logger: Logger): CallCounts {
  let counted = new Map<string, Counted>();
  let timer: NodeJS.Timeout | null = null;

  const add = (call: CountedCall, { calls, from, to }: Pick<Counted, 'calls' | 'from' | 'to'>): void => {
    const { name, error, status } = call;
    let key = JSON.stringify(call);
    let kept = call;
    if (!counted.has(key) && counted.size >= keptApart) {
      kept = { name, error, status };
      key = JSON.stringify(kept);
    }
    const known = counted.get(key);
    if (known) Object.assign(known, { calls: known.calls + calls, to });
    else counted.set(key, { ...kept, calls, from, to });
  };

  async function write(): Promise<void> {
    timer = null;
    const taken = counted;
    counted = new Map();
    if (taken.size === 0) return;
    try {
      await append([...taken.values()].map(countSpan));
    } catch (error) {
      logger.warn({ err: error, kinds: taken.size }, 'counted calls could not be recorded yet');
      for (const { calls, from, to, ...call } of taken.values()) add(call, { calls, from, to });
      writeLater();
    }
  }

  function writeLater(): void {
    timer ??= outsideContexts(() => setTimeout(() => void write(), writeEveryMs).unref());
  }

  return {
    count(call) {
      const now = new Date();
      add(call, { calls: 1, from: now, to: now });
      writeLater();
    },
    async close() {
      if (timer) clearTimeout(timer);
      await write();
      if (timer) clearTimeout(timer);
      timer = null;
    },
  };
}

function countSpan({ name, error, status, employeeId, address, calls, from, to }: Counted): NewSpan {
  return {
    id: randomUUID(),
    turnId: null,
    parentId: null,
    employeeId: employeeId ?? null,
    kind: 'event',
    name,
    input: address === undefined ? null : { address },
    output: { calls, ...(status === undefined ? {} : { status }) },
    error: error ?? null,
    startedAt: from,
    durationMs: to.getTime() - from.getTime(),
    // Of many requests.
    requestId: null,
  };
}
