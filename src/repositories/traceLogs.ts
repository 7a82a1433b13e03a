import type { CreationAttributes, Transaction } from 'sequelize';
import type { TraceSpan } from '../models/traceSpan';
import type { Models } from '../models/models';
import type { SpanKind } from '../shared/audit';

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
export function createTraceLogRepository({ TraceSpan: Span }: Models) {
  return {
    async append(spans: NewSpan[], transaction?: Transaction): Promise<void> {
      await Span.bulkCreate(spans as CreationAttributes<TraceSpan>[], {
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

export type TraceLogRepository = ReturnType<typeof createTraceLogRepository>;
