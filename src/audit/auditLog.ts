import { randomUUID } from 'node:crypto';
import type { Transaction } from 'sequelize';
import { AppError } from '../errors';
import type { Mask } from '../privacy/privacy';
import type { NewSpan } from '../repositories/newSpan';
import type { TraceLogRepository } from '../repositories/traceLogs';
import { noteRecord, refusalRecord, requestContext } from '../logging/requestContext';
import { isDatabaseAway } from '../storage/database/reachability';

/** A security or admin event, or a call. */
export interface AuditEvent {
  /** Such as `employee.register`: the thing, then what was done to it. */
  name: string;
  /** Who acted; not known for a failed sign-in of nobody. */
  employeeId?: number;
  /** The turn it belongs to, where it does. */
  turnId?: string;
  /** What was asked for; never a password or a token. */
  input?: unknown;
  output?: unknown;
  /** Code of the error catalogue where it was refused. */
  error?: string;
  /** When it began, and the milliseconds it took; not given: it is a moment, now. */
  startedAt?: Date;
  ms?: number;
}

export type AuditLog = ReturnType<typeof createAuditLog>;

const asItIs: Mask = (value) => value;

/**
 * Writes events to `system_trace_logs`. What cannot be recorded does not happen: an error here is the action's error, so this
 * is called before what is done, or in its transaction.
 * @param mask of what was asked for and came out; not given: nobody has typed any of it.
 * @throws AppError `audit_unavailable`; what a database throws that is away
 */
export function createAuditLog(traceLogs: Pick<TraceLogRepository, 'append'>, mask: Mask = asItIs) {
  return {
    async record(event: AuditEvent, transaction?: Transaction): Promise<void> {
      const masked = { ...event, input: mask(event.input), output: mask(event.output) };
      await traceLogs.append([eventSpan(masked)], transaction).catch((error: unknown) => {
        throw asAuditError(error);
      });
      noteRecord(event.error ? refusalRecord : event.name);
    },
  };
}

/** What is told of a record that could not be written. */
export function asAuditError(error: unknown): unknown {
  return isDatabaseAway(error) ? error : new AppError('audit_unavailable', { cause: error });
}

/** An event as it is stored. */
export function eventSpan(event: AuditEvent): NewSpan {
  return {
    id: randomUUID(),
    turnId: event.turnId ?? null,
    parentId: event.turnId ?? null,
    employeeId: event.employeeId ?? null,
    kind: 'event',
    name: event.name,
    input: inputOf(event),
    output: event.output ?? null,
    error: event.error ?? null,
    startedAt: event.startedAt ?? new Date(),
    durationMs: event.ms ?? 0,
    requestId: requestContext()?.requestId ?? null,
  };
}

/** What was asked for; with the key, where a program asked for somebody. */
function inputOf({ input }: AuditEvent): unknown {
  const apiKeyId = requestContext()?.apiKeyId;
  if (apiKeyId === undefined) return input ?? null;
  return { ...(typeof input === 'object' ? input : { input }), apiKeyId };
}

/** That migrations were run: in their transaction, so that none is without it. */
export function recordMigrations(audit: AuditLog) {
  return (applied: string[], employeeId: number | null, transaction: Transaction): Promise<void> =>
    audit.record(
      { name: 'migrations.run', employeeId: employeeId ?? undefined, output: { applied } },
      transaction,
    );
}
