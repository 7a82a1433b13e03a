import { Op, type Transaction } from 'sequelize';
import type { Models } from '../models/models';

/** Sign-ins that can be refreshed. Tokens come as their SHA-256 only. */
export function createSessionRepository({ EmployeeSession }: Models) {
  return {
    async create(
      session: { id: string; employeeId: number; tokenHash: string; expiresAt: Date },
      transaction: Transaction,
    ): Promise<void> {
      await EmployeeSession.create(session, { transaction });
    },
    /**
     * Swaps the valid token for the next one, in one statement, so that of two uses at once only one succeeds.
     * @returns whose session it is; null when the token is not the valid one.
     */
    async rotate(
      tokenHash: string,
      nextTokenHash: string,
      now: Date,
      transaction: Transaction,
    ): Promise<{ id: string; employeeId: number } | null> {
      const [, rows] = await EmployeeSession.update(
        { tokenHash: nextTokenHash, previousTokenHash: tokenHash, rotatedAt: now },
        { where: { tokenHash, expiresAt: { [Op.gt]: now } }, returning: true, transaction },
      );
      const row = rows[0];
      return row ? { id: row.id, employeeId: row.employeeId } : null;
    },
    /** The session whose token before the valid one this is. */
    async findByPreviousToken(
      previousTokenHash: string,
    ): Promise<{ id: string; employeeId: number; rotatedAt: Date } | null> {
      const row = await EmployeeSession.findOne({ where: { previousTokenHash } });
      return row && { id: row.id, employeeId: row.employeeId, rotatedAt: row.rotatedAt };
    },
    async remove(id: string, transaction: Transaction): Promise<void> {
      await EmployeeSession.destroy({ where: { id }, transaction });
    },
    /** @returns whose it was; null when there is none with this token. */
    async removeByToken(tokenHash: string, transaction: Transaction): Promise<number | null> {
      const session = await EmployeeSession.findOne({ where: { tokenHash }, lock: true, transaction });
      await session?.destroy({ transaction });
      return session?.employeeId ?? null;
    },
    async removeOfEmployee(employeeId: number, transaction: Transaction): Promise<void> {
      await EmployeeSession.destroy({ where: { employeeId }, transaction });
    },
  };
}
