import { Op, QueryTypes, type Sequelize, type Transaction } from 'sequelize';
import type { SecondFactor } from '../models/secondFactor';
import type { Models } from '../models/models';

/** What makes somebody's codes. */
export interface SecondFactorRecord {
  sealedSecret: string;
  /** Half minute whose code was used last. */
  lastStep: number;
  /** Null: its owner has shown no code yet. */
  confirmedAt: Date | null;
}

/** Second factors and the codes for when they are lost. Secrets come sealed, codes as their SHA-256. */
export function createSecondFactorRepository(
  sequelize: Sequelize,
  { SecondFactor: Factor, RecoveryCode }: Models,
) {
  return {
    async find(employeeId: number, transaction?: Transaction): Promise<SecondFactorRecord | null> {
      return toRecord(await Factor.findByPk(employeeId, { transaction }));
    },
    /** Held until the transaction ends: of two uses of a code at once the second sees what the first has used. */
    async lock(employeeId: number, transaction: Transaction): Promise<SecondFactorRecord | null> {
      return toRecord(await Factor.findByPk(employeeId, { transaction, lock: transaction.LOCK.UPDATE }));
    },
    /** One that is not in force yet, in place of any before it. */
    async begin(employeeId: number, sealedSecret: string, transaction: Transaction): Promise<void> {
      await Factor.destroy({ where: { employeeId }, transaction });
      await Factor.create({ employeeId, sealedSecret }, { transaction });
    },
    async noteUse(
      employeeId: number,
      changes: { lastStep: number; confirmedAt?: Date },
      transaction: Transaction,
    ): Promise<void> {
      await Factor.update(changes, { where: { employeeId }, transaction });
    },
    /** Which of these people have one in force. */
    async ownersAmong(employeeIds: number[]): Promise<Set<number>> {
      const where = { employeeId: employeeIds, confirmedAt: { [Op.ne]: null } };
      const rows = await Factor.findAll({ where, attributes: ['employeeId'], raw: true });
      return new Set(rows.map(({ employeeId }) => employeeId));
    },
    /** Which of these sign-ins came by a password, of people who have none in force. */
    async lackedBy(sessionIds: string[]): Promise<Set<string>> {
      const rows = await sequelize.query<{ id: string }>(
        `SELECT s.id FROM employee_sessions s
         WHERE s.id = ANY($sessionIds::uuid[])
           AND NOT EXISTS (SELECT FROM company_sessions c WHERE c.session_id = s.id)
           AND NOT EXISTS (
             SELECT FROM second_factors f WHERE f.employee_id = s.employee_id AND f.confirmed_at IS NOT NULL
           )`,
        { bind: { sessionIds }, type: QueryTypes.SELECT },
      );
      return new Set(rows.map(({ id }) => id));
    },
    /** @returns whether there was one. */
    async remove(employeeId: number, transaction: Transaction): Promise<boolean> {
      return (await Factor.destroy({ where: { employeeId }, transaction })) > 0;
    },
    async replaceRecoveryCodes(
      employeeId: number,
      hashes: string[],
      transaction: Transaction,
    ): Promise<void> {
      await RecoveryCode.destroy({ where: { employeeId }, transaction });
      await RecoveryCode.bulkCreate(
        hashes.map((codeHash) => ({ employeeId, codeHash })),
        { transaction },
      );
    },
    /** @returns whether it was there: it is gone now. */
    async useRecoveryCode(employeeId: number, codeHash: string, transaction: Transaction): Promise<boolean> {
      return (await RecoveryCode.destroy({ where: { employeeId, codeHash }, transaction })) > 0;
    },
    async countRecoveryCodes(employeeId: number): Promise<number> {
      return RecoveryCode.count({ where: { employeeId } });
    },
  };
}

function toRecord(row: SecondFactor | null): SecondFactorRecord | null {
  return (
    row && {
      sealedSecret: row.sealedSecret,
      lastStep: Number(row.lastStep),
      confirmedAt: row.confirmedAt,
    }
  );
}
