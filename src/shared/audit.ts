import { z } from 'zod';
import type { Citation, TurnStatus } from './chat';
import type { ResultTable } from './resultTable';

const moment = z.iso.datetime({ offset: true }).or(z.iso.date());

/**
 * What turns are looked for by; all that is given holds at once. A day counts whole, in Korea. The same names stand in the
 * address of the page, in a saved filter, in an export and in the API.
 */
export const turnFilterSchema = z.strictObject({
  /** Part of the question or the answer. */
  q: z.string().trim().max(200).optional(),
  employeeNo: z.string().max(40).optional(),
  from: moment.optional(),
  to: moment.optional(),
  status: z.enum(['running', 'completed', 'stopped', 'failed', 'interrupted']).optional(),
});
export type TurnFilter = z.infer<typeof turnFilterSchema>;

export const listTurnsSchema = turnFilterSchema.extend({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

/** One turn as an analyst finds it. */
export interface AuditTurnDto {
  turnId: string;
  conversationId: string;
  employee: { employeeNo: string; name: string; team: string | null };
  question: string;
  answer: string;
  status: TurnStatus;
  model: string | null;
  inputTokens: number;
  outputTokens: number;
  citations: Citation[];
  /** Query results as the person saw them. */
  tables: ResultTable[];
  startedAt: string;
  finishedAt: string | null;
  /** When the person deleted the chat; null: it is there. */
  conversationDeletedAt: string | null;
}

export const spanKinds = [
  'turn',
  'queue',
  'link',
  'memory',
  'model',
  'tool',
  'search',
  'query',
  'event',
] as const;
export type SpanKind = (typeof spanKinds)[number];

/** One step of a turn (or one security event, then without a turn), as stored in `system_trace_logs`. */
export interface SpanDto {
  id: string;
  parentId: string | null;
  turnId: string | null;
  kind: SpanKind;
  name: string;
  input: unknown;
  output: unknown;
  error: string | null;
  startedAt: string;
  /** Milliseconds the step took. */
  ms: number;
}
