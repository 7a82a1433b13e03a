import { QueryTypes, type Sequelize, type Transaction } from 'sequelize';
import type { Models } from '../models/models';
import type { FlagRuleDto, RuleCondition } from '../shared/review';

export interface RuleValues {
  name: string;
  condition: RuleCondition;
  active: boolean;
}

export type LockedRule = RuleValues & { id: number; version: number };

/** What analysts want to look at: `flag_rules`. A rule that was taken away stays for its flags. */
export function createFlagRuleRepository(sequelize: Sequelize, { FlagRule }: Models) {
  const select = async (where: string, bind: Record<string, unknown>) => {
    const rows = await sequelize.query<RuleRow>(`${columns} WHERE r.removed_at IS NULL AND ${where}`, {
      bind,
      type: QueryTypes.SELECT,
    });
    return rows.map(toDto);
  };
  return {
    /** In the order they were made, after `afterId`. */
    async list({ afterId, limit }: { afterId: number; limit: number }): Promise<FlagRuleDto[]> {
      return select('r.id > $afterId ORDER BY r.id LIMIT $limit', { afterId, limit });
    },
    async find(id: number): Promise<FlagRuleDto | null> {
      return (await select('r.id = $id', { id }))[0] ?? null;
    },
    /** Those by which turns are flagged. */
    async active(transaction: Transaction): Promise<{ id: number; condition: RuleCondition }[]> {
      return FlagRule.findAll({
        where: { active: true, removedAt: null },
        attributes: ['id', 'condition'],
        order: [['id', 'ASC']],
        raw: true,
        transaction,
      });
    },
    /** @throws sequelize's UniqueConstraintError when there is one of this name. @returns the key. */
    async create(rule: RuleValues, changedBy: number, transaction: Transaction): Promise<number> {
      return (await FlagRule.create({ ...rule, changedBy }, { transaction })).id;
    },
    /** Keeps others from changing a rule until the transaction is over. @returns null when there is none. */
    async lock(id: number, transaction: Transaction): Promise<LockedRule | null> {
      return FlagRule.findOne({
        where: { id, removedAt: null },
        attributes: ['id', 'name', 'condition', 'active', 'version'],
        transaction,
        lock: transaction.LOCK.UPDATE,
        raw: true,
      });
    },
    /** @throws UniqueConstraintError as `create` does. */
    async change(
      { id, version }: LockedRule,
      values: RuleValues & { removedAt?: Date },
      changedBy: number,
      transaction: Transaction,
    ): Promise<void> {
      await FlagRule.update(
        { ...values, changedBy, version: version + 1, updatedAt: new Date() },
        { where: { id }, transaction },
      );
    },
  };
}

type RuleRow = Omit<FlagRuleDto, 'changedBy' | 'createdAt' | 'updatedAt'> & {
  employeeNo: string;
  employeeName: string;
  createdAt: Date;
  updatedAt: Date;
};

const columns = `
  SELECT r.id, r.name, r.condition, r.active, r.version, e.employee_no AS "employeeNo", e.name AS "employeeName",
         r.created_at AS "createdAt", r.updated_at AS "updatedAt", raised.flags, raised.undecided
  FROM flag_rules r JOIN employees e ON e.id = r.changed_by
  CROSS JOIN LATERAL (
    SELECT count(*)::integer AS flags, count(*) FILTER (WHERE status <> 'decided')::integer AS undecided
    FROM turn_flags WHERE rule_id = r.id
  ) raised`;

function toDto({ employeeNo, employeeName, createdAt, updatedAt, ...rule }: RuleRow): FlagRuleDto {
  return {
    ...rule,
    changedBy: { employeeNo, name: employeeName },
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}
