import type { CreationAttributes, Transaction } from 'sequelize';
import type { TraceSpan } from '../models/traceSpan';
import type { Models } from '../models/models';
import type { SpanKind } from '../shared/audit';
import type { ProvableSpan, RowProofs } from './rowProofs';

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

/** `system_trace_logs`: written once, never changed. */
export function createTraceLogRepository({ TraceSpan: Span }: Models, proofs: RowProofs) {
  return {
    async append(spans: NewSpan[], transaction?: Transaction): Promise<void> {
      const rows = spans.map((span) => proven(span, proofs));
      await Span.bulkCreate(rows as CreationAttributes<TraceSpan>[], {
        transaction,
        validate: false,
        returning: false,
      });
    },
    async ofTurn(turnId: string): Promise<NewSpan[]> {
      const rows = await Span.findAll({
        where: { turnId },
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
export function proven(span: NewSpan, proofs: RowProofs): ProvableSpan & { proof: string } {
  const row = { ...span, recordedAt: new Date() };
  return { ...row, proof: proofs.prove('system_trace_logs', row) };
}

export type TraceLogRepository = ReturnType<typeof createTraceLogRepository>;
