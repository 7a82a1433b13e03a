import { QueryTypes, type Sequelize, type Transaction } from 'sequelize';
import type { Models } from '../models/models';
import type { NewSpan } from './newSpan';
import type { ProvableSpan, RowProofs } from './rowProofs';

/**
 * SQL that stores the spans `$spans` (JSON of `proven` ones), once for each row of `source` where one is given. Of a statement that
 * failed nobody knows whether it was carried out, so it may be sent again: spans that are there already stay as they are.
 */
export const insertSpans = (source?: string): string => `
  INSERT INTO system_trace_logs (id, turn_id, parent_id, employee_id, kind, name, input, output, error, started_at, duration_ms,
    request_id, recorded_at, proof)
  SELECT span.id, span."turnId", span."parentId", span."employeeId", span.kind, span.name, span.input, span.output, span.error,
    span."startedAt", span."durationMs", span."requestId", span."recordedAt", span.proof
  FROM ${source ? `${source}, ` : ''}jsonb_to_recordset($spans::jsonb) AS span (id uuid, "turnId" uuid, "parentId" uuid,
    "employeeId" integer, kind text, name text, input jsonb, output jsonb, error text, "startedAt" timestamptz,
    "durationMs" double precision, "requestId" text, "recordedAt" timestamptz, proof text)
  ON CONFLICT (id) DO NOTHING`;

/** The spans as `insertSpans` takes them. */
export function spansToInsert(spans: NewSpan[], proofs: RowProofs): string {
  return JSON.stringify(spans.map((span) => proven(span, proofs)));
}

/** `system_trace_logs`: written once, never changed. */
export function createTraceLogRepository(
  sequelize: Sequelize,
  { TraceSpan: Span }: Models,
  proofs: RowProofs,
) {
  return {
    async append(spans: NewSpan[], transaction?: Transaction): Promise<void> {
      const bind = { spans: spansToInsert(spans, proofs) };
      await sequelize.query(insertSpans(), { bind, transaction, type: QueryTypes.INSERT });
    },
    async ofTurn(turnId: string, transaction?: Transaction): Promise<NewSpan[]> {
      const rows = await Span.findAll({
        where: { turnId },
        transaction,
        order: [
          ['startedAt', 'ASC'],
          ['recordedAt', 'ASC'],
        ],
      });
      return rows.map((row) => row.get({ plain: true }));
    },
    /** The same of several turns, by turn. */
    async ofTurns(turnIds: string[]): Promise<Map<string, NewSpan[]>> {
      const rows = await Span.findAll({
        where: { turnId: turnIds },
        order: [
          ['startedAt', 'ASC'],
          ['recordedAt', 'ASC'],
        ],
      });
      const spans = new Map<string, NewSpan[]>(turnIds.map((turnId) => [turnId, []]));
      for (const row of rows) {
        const span: NewSpan = row.get({ plain: true });
        spans.get(span.turnId!)!.push(span);
      }
      return spans;
    },
  };
}

/** A span as it is stored: with the time and its proof. */
function proven(span: NewSpan, proofs: RowProofs): ProvableSpan & { proof: string } {
  const row = { ...span, recordedAt: new Date() };
  return { ...row, proof: proofs.prove('system_trace_logs', row) };
}

export type TraceLogRepository = ReturnType<typeof createTraceLogRepository>;
