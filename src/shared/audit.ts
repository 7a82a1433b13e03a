import { z } from 'zod';
import type { Citation, TurnStatus } from './chat';
import type { ResultTable } from './resultTable';
import type { EvidenceGrade } from './search';

const moment = z.iso.datetime({ offset: true }).or(z.iso.date());
const name = z.string().trim().min(1).max(200);
const amount = z.coerce.number().min(0).max(1e9);

/**
 * What turns are looked for by; all that is given holds at once. A day counts whole, in Korea. The same names stand in the
 * address of the page, in a saved filter, in an export and in the API.
 */
export const turnFilterSchema = z.strictObject({
  /** Words of the question and the answer, all of them, anywhere in other words too; "in quotes" as they stand. */
  q: z.string().trim().max(200).optional(),
  employeeNo: z.string().max(40).optional(),
  /** The team the person was in at that time. */
  team: name.optional(),
  from: moment.optional(),
  to: moment.optional(),
  status: z.enum(['running', 'completed', 'stopped', 'failed', 'interrupted']).optional(),
  /** A tool that was called. */
  tool: name.optional(),
  /** A document the answer quotes. */
  documentId: z.uuid().optional(),
  /** Code of a product it was about. */
  product: name.optional(),
  /** Code of a customer it was about. */
  customer: name.optional(),
  model: name.optional(),
  feedback: z.enum(['up', 'down', 'none']).optional(),
  /** How good what was found in documents was; turns without a search in documents have none. */
  evidence: z.enum(['found', 'near', 'none']).optional(),
  /** What rules and reviewers have marked it with. */
  flag: name.optional(),
  minCostKrw: amount.optional(),
  maxCostKrw: amount.optional(),
  /** Milliseconds from the question to the end of the answer. */
  minMs: amount.optional(),
  maxMs: amount.optional(),
});
export type TurnFilter = z.infer<typeof turnFilterSchema>;

export const listTurnsSchema = turnFilterSchema.extend({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

/** A product or customer a turn was about; a code that is no more is its own name. */
export interface NamedCode {
  code: string;
  name: string;
}

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
  /** What models cost; null: not known. */
  costKrw: number | null;
  /** Milliseconds from the question to the end of the answer; null while it runs. */
  latencyMs: number | null;
  /** Milliseconds until the first text was there. */
  firstTokenMs: number | null;
  /** Tools that were called, each once. */
  tools: string[];
  products: NamedCode[];
  customers: NamedCode[];
  feedback: 'up' | 'down' | null;
  /** Best grade of what was found in documents; null: they were not searched. */
  evidence: EvidenceGrade | null;
  errorCode: string | null;
  flags: string[];
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
