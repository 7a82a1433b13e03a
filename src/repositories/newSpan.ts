import type { SpanKind } from '../shared/audit';

/** A step of a turn, or an event, before it is stored. */
export interface NewSpan {
  id: string;
  turnId: string | null;
  parentId: string | null;
  employeeId: number | null;
  kind: SpanKind;
  name: string;
  input: unknown;
  output: unknown;
  error: string | null;
  startedAt: Date;
  durationMs: number;
  requestId: string | null;
}
