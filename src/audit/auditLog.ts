import { randomUUID } from 'node:crypto';
import type { Transaction } from 'sequelize';
import type { Mask } from '../privacy/privacy';
import type { TraceLogRepository } from '../repositories/traceLogs';
import { requestContext } from '../logging/requestContext';

/** A security or admin event outside a turn. */
export interface AuditEvent {
  /** Such as `employee.register`: the thing, then what was done to it. */
  name: string;
  /** Who acted; not known for a failed sign-in of nobody. */
  employeeId?: number;
  /** What was asked for; never a password or a token. */
  input?: unknown;
  output?: unknown;
  /** Code of the error catalogue where it was refused. */
  error?: string;
}

export type AuditLog = ReturnType<typeof createAuditLog>;

/** Writes events to `system_trace_logs`. What cannot be recorded does not happen: an error here is the action's error. */
export function createAuditLog(traceLogs: TraceLogRepository, mask: Mask) {
  return {
    async record(event: AuditEvent, transaction?: Transaction): Promise<void> {
      await traceLogs.append(
        [
          {
            id: randomUUID(),
            turnId: null,
            parentId: null,
            employeeId: event.employeeId ?? null,
            kind: 'event',
            name: event.name,
            input: mask(event.input ?? null),
            output: mask(event.output ?? null),
            error: event.error ?? null,
            startedAt: new Date(),
            durationMs: 0,
            requestId: requestContext()?.requestId ?? null,
          },
        ],
        transaction,
      );
    },
  };
}
