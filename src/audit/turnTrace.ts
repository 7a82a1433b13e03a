import { randomUUID } from 'node:crypto';
import { AppError } from '../errors';
import { withoutSecrets } from '../logging/knownSecrets';
import type { NewSpan } from '../repositories/newSpan';
import type { Mask } from '../privacy/privacy';
import type { SpanKind } from '../shared/audit';
import { asStorable } from '../shared/storableText';

interface SpanStart {
  kind: SpanKind;
  name: string;
  input: unknown;
  /** Span this one belongs to; the turn's own when not given. */
  parentId?: string;
}

/** A step that is being traced; ended once. */
export interface OpenSpan {
  id: string;
  /** @returns milliseconds the step took. */
  end(result: { output?: unknown; error?: string }): number;
}

/** Collects the steps of one turn. They are stored with the events that tell of them, the rest with its answer. */
export interface TurnTrace {
  /** Id of the span of the turn itself: that of the turn, so that whoever ends the turn knows it. */
  rootId: string;
  start(span: SpanStart): OpenSpan;
  /** Traces `work`, which may have steps of its own; its result is described by `describe`. */
  measure<T>(
    span: SpanStart,
    work: (opened: OpenSpan) => Promise<T>,
    describe: (result: T) => unknown,
  ): Promise<T>;
  /** A step that somebody else has timed. */
  add(span: SpanStart & { id?: string; output: unknown; error?: string; startedAt: Date; ms: number }): void;
  /** The steps that have ended and were not taken yet, for whoever stores them. */
  takeEnded(): NewSpan[];
  /** Ends the turn's own step, and those still open as `aborted`. @returns what `takeEnded` does, the turn's own as the last. */
  finish(result: { output: unknown; error?: string }): NewSpan[];
  /** Every step that has ended, taken or not. */
  ended(): readonly NewSpan[];
}

export interface TracedTurn {
  turnId: string;
  employeeId: number;
  requestId: string | null;
  input: unknown;
  /** Of what a step was given and gave: masked before anything keeps it. */
  mask: Mask;
  /** Adds to a step that has ended what follows from it, such as its cost. */
  complete?: (span: NewSpan) => NewSpan;
}

/** Begins the trace of a turn. */
export function startTurnTrace(turn: TracedTurn): TurnTrace {
  const spans: NewSpan[] = [];
  const open = new Map<string, OpenSpan>();
  let taken = 0;

  const start = (span: SpanStart, id: string = randomUUID()): OpenSpan => {
    const startedAt = new Date();
    const startedMs = performance.now();
    const opened: OpenSpan = {
      id,
      end({ output, error }) {
        open.delete(id);
        const durationMs = performance.now() - startedMs;
        spans.push(
          toRow(turn, { ...span, id, output: output ?? null, error: error ?? null, startedAt, durationMs }),
        );
        return durationMs;
      },
    };
    open.set(id, opened);
    return opened;
  };
  const takeEnded = () => {
    const rest = spans.slice(taken);
    taken = spans.length;
    return rest;
  };
  const root = start({ kind: 'turn', name: 'turn', input: turn.input }, turn.turnId);
  const child = (span: SpanStart): SpanStart => ({ ...span, parentId: span.parentId ?? root.id });

  return {
    rootId: root.id,
    start: (span) => start(child(span)),
    async measure(span, work, describe) {
      const opened = start(child(span));
      try {
        const result = await work(opened);
        opened.end({ output: describe(result) });
        return result;
      } catch (error) {
        opened.end({ error: errorName(error) });
        throw error;
      }
    },
    add({ id = randomUUID(), startedAt, ms, output, error, ...span }) {
      const row = {
        ...child(span),
        id,
        output,
        error: error ?? null,
        startedAt,
        durationMs: ms,
      };
      spans.push(toRow(turn, row));
    },
    takeEnded,
    finish(result) {
      for (const span of [...open.values()]) if (span !== root) span.end({ error: 'aborted' });
      root.end(result);
      return takeEnded();
    },
    ended: () => spans,
  };
}

/** What an error is called in a trace: its code, or its message where it has none, without the secrets of this process. */
export function errorName(error: unknown): string {
  if (error instanceof AppError) return error.code;
  return withoutSecrets(error instanceof Error ? error.message : String(error));
}

function toRow(
  turn: TracedTurn,
  span: Pick<NewSpan, 'id' | 'kind' | 'name' | 'input' | 'output' | 'error' | 'startedAt' | 'durationMs'> & {
    parentId?: string;
  },
): NewSpan {
  const row = {
    ...span,
    // What a model wrote may hold what no database takes.
    input: asStorable(turn.mask(span.input)),
    output: asStorable(turn.mask(span.output)),
    error: asStorable(turn.mask(span.error)),
    turnId: turn.turnId,
    parentId: span.parentId ?? null,
    employeeId: turn.employeeId,
    requestId: turn.requestId,
  };
  return turn.complete?.(row) ?? row;
}
