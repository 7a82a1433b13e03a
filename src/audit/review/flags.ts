import type { Transaction } from 'sequelize';
import { AppError } from '../../errors';
import type { Actor } from '../../policies/actor';
import { permissionsOf } from '../../policies/permissions';
import type { Repositories } from '../../repositories/repositories';
import type { FlagValues, LockedFlag } from '../../repositories/turnFlags';
import type {
  AssignedFlags,
  FlagAssignment,
  FlagChanges,
  FlagDto,
  PersonRef,
  ReviewState,
} from '../../shared/review';
import type { Database } from '../../storage/database/database';
import type { AuditLog } from '../auditLog';
import type { RaiseFlags } from './raiseFlags';

interface Parts {
  database: Pick<Database, 'sequelize'>;
  repositories: Repositories;
  audit: AuditLog;
  raiseFlags: RaiseFlags;
}

/** Somebody who may look after a flag; null: nobody. */
type Assignee = (PersonRef & { id: number }) | null;

/** What analysts do about flags. Each change has its row of history and its record in its own transaction. */
export function createFlags({ database, repositories, audit, raiseFlags }: Parts) {
  const { turnFlags, reviewChanges, turns, people } = repositories;
  const { sequelize } = database;

  const existing = async (id: number): Promise<FlagDto> => {
    const flag = await turnFlags.find(id);
    if (!flag) throw new AppError('not_found');
    return flag;
  };

  /** @throws AppError `validation_failed` for somebody who may not look into turns. */
  const assigneeOf = async (assigneeNo: string | null): Promise<Assignee> => {
    if (assigneeNo === null) return null;
    const person = await people.findByEmployeeNo(assigneeNo);
    const mayLook = person?.active && permissionsOf(person.role, person.extraPermissions).has('audit.read');
    if (!mayLook) throw wrongAssignee();
    return { id: person.id, employeeNo: person.employeeNo, name: person.name };
  };

  const change = async (
    flag: LockedFlag,
    { assignee, ...values }: Omit<FlagValues, 'assigneeId'> & { assignee: Assignee },
    actor: Actor,
    transaction: Transaction,
  ): Promise<void> => {
    const { id, turnId } = flag;
    const before = stateOf(flag);
    const after = stateOf({ ...values, assignee });
    await turnFlags.change(id, { ...values, assigneeId: assignee?.id ?? null }, transaction);
    await reviewChanges.add([{ turnId, flagId: id, changedBy: actor.id, before, after }], transaction);
    const event = { name: 'flag.change', employeeId: actor.id, input: { id, turnId, before, after } };
    await audit.record(event, transaction);
  };

  return {
    /** Flags a turn by hand. @throws AppError `not_found`; `already_exists` where somebody has. */
    async raise(turnId: string, comment: string, actor: Actor): Promise<FlagDto> {
      if (!(await turns.find(turnId))) throw new AppError('not_found');
      const given = {
        turnId,
        kind: 'manual' as const,
        ruleId: null,
        reason: {},
        raisedBy: actor.id,
        comment,
      };
      const [raised] = await sequelize.transaction((transaction) => raiseFlags([given], transaction));
      if (!raised) throw new AppError('already_exists');
      return existing(raised.id);
    },

    /**
     * Changes a flag as its reader saw it.
     * @throws AppError `not_found`; `changed_meanwhile` where somebody else was faster; `validation_failed` for an assignee who
     *   may not look into turns.
     */
    async change(id: number, { version, ...changes }: FlagChanges, actor: Actor): Promise<FlagDto> {
      const given = changes.assigneeNo === undefined ? undefined : await assigneeOf(changes.assigneeNo);
      await sequelize.transaction(async (transaction) => {
        const [flag] = await turnFlags.lock([id], transaction);
        if (!flag) throw new AppError('not_found');
        if (flag.version !== version)
          throw new AppError('changed_meanwhile', { extra: { version: flag.version } });
        await change(flag, changed(flag, changes, given), actor, transaction);
      });
      return existing(id);
    },

    /** Gives flags to a person, or to nobody: those that are as their reader saw them. @throws AppError `validation_failed` */
    async assign({ flags, assigneeNo }: FlagAssignment, actor: Actor): Promise<AssignedFlags> {
      const assignee = await assigneeOf(assigneeNo);
      const seen = new Map(flags.map(({ id, version }) => [id, version]));
      return sequelize.transaction(async (transaction) => {
        const locked = await turnFlags.lock([...seen.keys()], transaction);
        const unchanged = locked.filter(({ id, version }) => seen.get(id) === version);
        for (const flag of unchanged) await change(flag, { ...flag, assignee }, actor, transaction);
        const assigned = unchanged.map(({ id }) => id);
        return { assigned, changedMeanwhile: [...seen.keys()].filter((id) => !assigned.includes(id)) };
      });
    },
  };
}

export type Flags = ReturnType<typeof createFlags>;

/** A decision decides; any other status takes a decision back. */
function changed(
  flag: LockedFlag,
  changes: Omit<FlagChanges, 'version'>,
  given: Assignee | undefined,
): Omit<FlagValues, 'assigneeId'> & { assignee: Assignee } {
  const kept = flag.assignee && { ...flag.assignee, id: flag.assigneeId! };
  const status = changes.decision ? 'decided' : (changes.status ?? flag.status);
  const decision = status === 'decided' ? (changes.decision ?? flag.decision) : null;
  if (status === 'decided' && decision === null) {
    throw new AppError('validation_failed', {
      errors: [{ path: 'decision', message: 'needed with the status decided' }],
    });
  }
  const comment = changes.comment === undefined ? flag.comment : changes.comment;
  return { status, decision, comment, assignee: given === undefined ? kept : given };
}

function stateOf({
  status,
  assignee,
  decision,
  comment,
}: Omit<FlagValues, 'assigneeId'> & { assignee: PersonRef | null }): ReviewState {
  const person = assignee && { employeeNo: assignee.employeeNo, name: assignee.name };
  return { of: 'flag', status, assignee: person, decision, comment };
}

function wrongAssignee(): AppError {
  return new AppError('validation_failed', {
    errors: [{ path: 'assigneeNo', message: 'nobody with this number may look into turns' }],
  });
}
