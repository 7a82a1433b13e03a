import { Op } from 'sequelize';
import type { Models } from '../models/models';

/** Sign-ins that can be refreshed. Tokens come as their SHA-256 only. */
export function createSessionRepository({ EmployeeSession }: Models) {
  return {
    async create(session: {
      id: string;
      employeeId: number;
      tokenHash: string;
      expiresAt: Date;
    }): Promise<void> {
      await EmployeeSession.create(session);
    },
    /**
     * Swaps the valid token for the next one, in one statement, so that of two uses at once only one succeeds.
     * @returns whose session it is; null when the token is not the valid one.
     */
    async rotate(
      tokenHash: string,
      nextTokenHash: string,
      now: Date,
    ): Promise<{ id: string; employeeId: number } | null> {
      const [, rows] = await EmployeeSession.update(
        { tokenHash: nextTokenHash, previousTokenHash: tokenHash, rotatedAt: now },
        { where: { tokenHash, expiresAt: { [Op.gt]: now } }, returning: true },
      );
      const row = rows[0];
      return row ? { id: row.id, employeeId: row.employeeId } : null;
    },
    /** The session whose token before the valid one this is. */
    async findByPreviousToken(previousTokenHash: string): Promise<{ id: string; rotatedAt: Date } | null> {
      const row = await EmployeeSession.findOne({ where: { previousTokenHash } });
      return row && { id: row.id, rotatedAt: row.rotatedAt };
    },
    async remove(id: string): Promise<void> {
      await EmployeeSession.destroy({ where: { id } });
    },
    async removeByToken(tokenHash: string): Promise<void> {
      await EmployeeSession.destroy({ where: { tokenHash } });
    },
    async removeOfEmployee(employeeId: number): Promise<void> {
      await EmployeeSession.destroy({ where: { employeeId } });
    },
  };
}
