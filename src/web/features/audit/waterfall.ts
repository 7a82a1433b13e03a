import type { SpanDto } from '../../../shared/audit';

/** The time that a trace covers, which all its bars are drawn on. */
export interface TimeAxis {
  /** Milliseconds since 1970. */
  start: number;
  /** Milliseconds; never 0. */
  duration: number;
}

/** A bar on the axis, in shares of it (0 to 1). */
export interface Bar {
  offset: number;
  width: number;
}

/** From the first beginning to the last end: what is done after the answer is part of a turn too. */
export function axisOf(spans: SpanDto[]): TimeAxis {
  let start = Infinity;
  let end = -Infinity;
  for (const { startedAt, ms } of spans) {
    const began = Date.parse(startedAt);
    start = Math.min(start, began);
    end = Math.max(end, began + ms);
  }
  return spans.length === 0 ? { start: 0, duration: 1 } : { start, duration: Math.max(1, end - start) };
}

/** Milliseconds from the beginning of the axis to that of a span. */
export function offsetOf({ startedAt }: Pick<SpanDto, 'startedAt'>, { start }: TimeAxis): number {
  return Math.max(0, Date.parse(startedAt) - start);
}

export function barOf(span: Pick<SpanDto, 'startedAt' | 'ms'>, axis: TimeAxis): Bar {
  const offset = Math.min(1, offsetOf(span, axis) / axis.duration);
  return { offset, width: Math.min(1 - offset, span.ms / axis.duration) };
}

/** Milliseconds from the beginning of a model call to its first text; undefined where it wrote none, or before that was kept. */
export function firstTextMs({ kind, output }: Pick<SpanDto, 'kind' | 'output'>): number | undefined {
  if (kind !== 'model' || typeof output !== 'object' || output === null) return undefined;
  const ms = 'firstTextMs' in output ? output.firstTextMs : undefined;
  return typeof ms === 'number' ? ms : undefined;
}

/** Where on the axis (0 to 1) the first text of all was written. */
export function firstTextAt(spans: SpanDto[], axis: TimeAxis): number | undefined {
  const written = spans.flatMap((span) => {
    const ms = firstTextMs(span);
    return ms === undefined ? [] : [offsetOf(span, axis) + ms];
  });
  return written.length === 0 ? undefined : Math.min(1, Math.min(...written) / axis.duration);
}

const steps = [1, 2, 5];

/** Round places of the axis up to a share of it, in milliseconds: from 0, as many as are read easily. */
export function ticksOf({ duration }: TimeAxis, upTo = 1): number[] {
  const roughly = duration / 4;
  const power = 10 ** Math.floor(Math.log10(roughly));
  const step = (steps.find((factor) => factor * power >= roughly) ?? 10) * power;
  const count = Math.floor((duration * upTo) / step);
  return Array.from({ length: count + 1 }, (_, at) => at * step);
}
