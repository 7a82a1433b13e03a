import type { Transaction } from 'sequelize';
import type { Repositories } from '../../repositories/repositories';
import type { NewFlag, RaisedFlag } from '../../repositories/turnFlags';
import type { AuditLog } from '../auditLog';

interface Parts {
  repositories: Pick<Repositories, 'turnFlags' | 'reviewChanges' | 'turnFacts' | 'turns'>;
  audit: AuditLog;
}

/** @returns the flags that were not there before. */
export type RaiseFlags = (flags: NewFlag[], transaction: Transaction) => Promise<RaisedFlag[]>;

/**
 * Raises flags with the first row of their history and their record, all in the caller's transaction. A flag that is there
 * already stays as it is: whoever raises may do so again after a crash.
 */
export function createRaiseFlags({ repositories, audit }: Parts): RaiseFlags {
  const { turnFlags, reviewChanges, turnFacts, turns } = repositories;
  return async (flags, transaction) => {
    const turnIds = [...new Set(flags.map(({ turnId }) => turnId))].sort();
    // One after the other a turn: what its row says of its flags must have those of both.
    for (const turnId of turnIds) await turns.lock(turnId, transaction);
    const raised = await turnFlags.raise(flags, transaction);
    if (raised.length === 0) return raised;
    const changes = raised.map(({ id, turnId, raisedBy, comment }) => ({
      turnId,
      flagId: id,
      changedBy: raisedBy,
      before: null,
      after: { of: 'flag' as const, status: 'open' as const, assignee: null, decision: null, comment },
    }));
    await reviewChanges.add(changes, transaction);
    for (const { raisedBy, ...input } of raised) {
      await audit.record({ name: 'flag.raise', employeeId: raisedBy ?? undefined, input }, transaction);
    }
    for (const turnId of new Set(raised.map((flag) => flag.turnId)))
      await turnFacts.setFlags(turnId, await turnFlags.kindsOf(turnId, transaction), transaction);
    return raised;
  };
}
