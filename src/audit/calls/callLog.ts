import type { Logger } from '../../logging/logger';
import { hasRecord, noteRecord, refusalRecord } from '../../logging/requestContext';
import type { Mask } from '../../privacy/privacy';
import type { TraceLogRepository } from '../../repositories/traceLogs';
import { asAuditError, eventSpan, type AuditEvent } from '../auditLog';
import { createAppendTogether } from './appendTogether';
import { createCallCounts, type CountedCall } from './callCounts';

/** Refusals a minute that a person leaves one by one; more are counted. People meet a few, a program that tries doors many. */
const refusalsByThemselves = 300;

const minuteMs = 60_000;

/** A call that was served. */
export type ServedCall = Required<Pick<AuditEvent, 'name' | 'employeeId' | 'startedAt' | 'ms'>> &
  Pick<AuditEvent, 'input'>;

/** A call that was refused or failed. */
export type RefusedCall = Pick<AuditEvent, 'employeeId' | 'input' | 'startedAt' | 'ms'> & {
  name: string;
  error: string;
  address?: string;
};

/**
 * Records of calls as such, over REST and sockets alike: that somebody made one which leaves no record of its own, that one was
 * refused, how often anybody made one.
 */
export interface CallLog {
  /** Settled when it is stored: only then it is answered. @throws AppError `audit_unavailable`; what a database throws that is away */
  served(call: ServedCall): Promise<void>;
  /**
   * Leaves one record of a refusal, whoever of those it passes on its way asks for it. Settled when it is stored, for a person's; it
   * is counted where nobody is known, where there are very many, and where it cannot be stored now: it never changes the answer.
   */
  refused(call: RefusedCall): Promise<void>;
  /** Does not wait. */
  count(call: CountedCall): void;
  /** Writes what was counted. */
  close(): Promise<void>;
}

export function createCallLog(
  traceLogs: Pick<TraceLogRepository, 'append'>,
  mask: Mask,
  logger: Logger,
): CallLog {
  const append = createAppendTogether(traceLogs.append);
  const counts = createCallCounts(traceLogs.append, logger);
  let minute = { since: 0, refusals: new Map<number, number>() };

  /** Whether a person has been refused so often that it is only counted. */
  const isFlood = (employeeId: number): boolean => {
    const now = performance.now();
    if (now - minute.since > minuteMs) minute = { since: now, refusals: new Map() };
    const refusals = (minute.refusals.get(employeeId) ?? 0) + 1;
    minute.refusals.set(employeeId, refusals);
    return refusals > refusalsByThemselves;
  };

  return {
    async served(call) {
      await append(eventSpan({ ...call, input: mask(call.input) })).catch((error: unknown) => {
        throw asAuditError(error);
      });
    },
    async refused({ address, ...call }) {
      if (hasRecord(refusalRecord)) return;
      noteRecord(refusalRecord);
      const { employeeId, error } = call;
      const name = `${call.name} refused`;
      const count = () => counts.count({ name, error, employeeId, address });
      if (employeeId === undefined || error === 'database_unavailable' || isFlood(employeeId)) return count();
      await append(eventSpan({ ...call, name, input: mask(call.input) })).catch((failure: unknown) => {
        logger.error({ err: failure, name }, 'a refusal could not be recorded by itself');
        count();
      });
    },
    count: counts.count,
    close: counts.close,
  };
}
