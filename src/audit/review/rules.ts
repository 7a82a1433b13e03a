import type { Transaction } from 'sequelize';
import { AppError } from '../../errors';
import type { Actor } from '../../policies/actor';
import type { LockedRule } from '../../repositories/flagRules';
import type { Repositories } from '../../repositories/repositories';
import type { FlagRuleDto, NewRule, RuleChanges } from '../../shared/review';
import type { Database } from '../../storage/database/database';
import type { AuditLog } from '../auditLog';

interface Parts {
  database: Pick<Database, 'sequelize'>;
  repositories: Pick<Repositories, 'flagRules' | 'turnsToReview'>;
  audit: AuditLog;
}

/** The rules by which turns are flagged. A change counts for turns that end from then on, and for those that are asked for. */
export function createRules({ database, repositories, audit }: Parts) {
  const { flagRules, turnsToReview } = repositories;
  const { sequelize } = database;

  const existing = async (id: number): Promise<FlagRuleDto> => {
    const rule = await flagRules.find(id);
    if (!rule) throw new AppError('not_found');
    return rule;
  };

  const locked = async (id: number, within: Transaction): Promise<LockedRule> => {
    const rule = await flagRules.lock(id, within);
    if (!rule) throw new AppError('not_found');
    return rule;
  };

  return {
    /** @throws sequelize's UniqueConstraintError, told as `already_exists`, where there is a rule of the same name. */
    async add(rule: NewRule, actor: Actor): Promise<FlagRuleDto> {
      const id = await sequelize.transaction(async (within) => {
        const key = await flagRules.create(rule, actor.id, within);
        await audit.record({ name: 'rule.add', employeeId: actor.id, input: { id: key, ...rule } }, within);
        return key;
      });
      return existing(id);
    },

    /** @throws AppError `not_found`; `changed_meanwhile` where somebody else was faster; as `add` does. */
    async change(id: number, { version, ...changes }: RuleChanges, actor: Actor): Promise<FlagRuleDto> {
      await sequelize.transaction(async (within) => {
        const rule = await locked(id, within);
        if (rule.version !== version)
          throw new AppError('changed_meanwhile', { extra: { version: rule.version } });
        const { name, condition, active } = rule;
        const before = { name, condition, active };
        const after = { ...before, ...changes };
        await flagRules.change(rule, after, actor.id, within);
        await audit.record(
          { name: 'rule.change', employeeId: actor.id, input: { id, before, after } },
          within,
        );
      });
      return existing(id);
    },

    /** Takes a rule away; its flags stay. @throws AppError `not_found` */
    async remove(id: number, actor: Actor): Promise<void> {
      await sequelize.transaction(async (within) => {
        const rule = await locked(id, within);
        const { name, condition, active } = rule;
        await flagRules.change(rule, { name, condition, active, removedAt: new Date() }, actor.id, within);
        await audit.record({ name: 'rule.remove', employeeId: actor.id, input: { id, name } }, within);
      });
    },

    /** Has the turns since then looked at once more, by all rules. @returns how many were put in line. */
    async applySince(since: Date, actor: Actor): Promise<number> {
      return sequelize.transaction(async (within) => {
        const turns = await turnsToReview.askAgain(since, within);
        await audit.record({ name: 'rule.apply', employeeId: actor.id, input: { since, turns } }, within);
        return turns;
      });
    },
  };
}

export type Rules = ReturnType<typeof createRules>;
