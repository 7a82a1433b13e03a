import type { CreationAttributes, Transaction } from 'sequelize';
import type { TraceSpan } from '../models/traceSpan';
import type { Models } from '../models/models';
import type { NewSpan } from './newSpan';
import type { ProvableSpan, RowProofs } from './rowProofs';

export type { NewSpan };

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
  };
}

/** A span as it is stored: with the time and its proof. */
export function proven(span: NewSpan, proofs: RowProofs): ProvableSpan & { proof: string } {
  const row = { ...span, recordedAt: new Date() };
  return { ...row, proof: proofs.prove('system_trace_logs', row) };
}

export type TraceLogRepository = ReturnType<typeof createTraceLogRepository>;
