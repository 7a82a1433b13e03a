import { Op, type Transaction } from 'sequelize';
import type { Models } from '../models/models';

interface NewSession {
  id: string;
  employeeId: number;
  tokenHash: string;
  expiresAt: Date;
  userAgent: string | null;
}

/** A sign-in as its owner is shown it. */
export interface SessionRecord {
  id: string;
  userAgent: string | null;
  createdAt: Date;
  /** When its token was last changed, which happens at each visit and each quarter of an hour of one. */
  rotatedAt: Date;
  expiresAt: Date;
}

/** How far the tokens of a sign-in have come. */
interface TokenState {
  id: string;
  employeeId: number;
  tokenHash: string;
  previousTokenHash: string | null;
  rotatedAt: Date;
}

/** Sign-ins that can be refreshed. Tokens come as their SHA-256 only. */
export function createSessionRepository({ EmployeeSession }: Models) {
  return {
    async create(session: NewSession, transaction: Transaction): Promise<void> {
      await EmployeeSession.create(session, { transaction });
    },
    /**
     * Swaps the valid token for the next one, in one statement, so that of two uses at once only one succeeds.
     * @param unusedSince a sign-in that was last used before is over.
     * @returns whose session it is; null when the token is not the valid one.
     */
    async rotate(
      tokenHash: string,
      nextTokenHash: string,
      { now, unusedSince }: { now: Date; unusedSince: Date },
      transaction: Transaction,
    ): Promise<{ id: string; employeeId: number } | null> {
      const [, rows] = await EmployeeSession.update(
        { tokenHash: nextTokenHash, previousTokenHash: tokenHash, rotatedAt: now },
        {
          where: { tokenHash, expiresAt: { [Op.gt]: now }, rotatedAt: { [Op.gt]: unusedSince } },
          returning: true,
          transaction,
        },
      );
      const row = rows[0];
      return row ? { id: row.id, employeeId: row.employeeId } : null;
    },
    /** The key of the session whose valid token this is. */
    async idOfToken(tokenHash: string, transaction: Transaction): Promise<string | null> {
      return (
        (await EmployeeSession.findOne({ where: { tokenHash }, attributes: ['id'], transaction }))?.id ?? null
      );
    },
    /** The session with this key, or whose token before the valid one this is. */
    async findOfFormerToken({
      id,
      tokenHash,
    }: {
      id: string | null;
      tokenHash: string;
    }): Promise<TokenState | null> {
      const whose = [{ previousTokenHash: tokenHash }, ...(id === null ? [] : [{ id }])];
      return EmployeeSession.findOne({
        where: { [Op.or]: whose },
        attributes: ['id', 'employeeId', 'tokenHash', 'previousTokenHash', 'rotatedAt'],
        raw: true,
      });
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
    /** Those of a person that stand, the one used last first. @param unusedSince as `rotate` has it */
    async ofEmployee(employeeId: number, unusedSince: Date): Promise<SessionRecord[]> {
      return EmployeeSession.findAll({
        where: { employeeId, expiresAt: { [Op.gt]: new Date() }, rotatedAt: { [Op.gt]: unusedSince } },
        attributes: ['id', 'userAgent', 'createdAt', 'rotatedAt', 'expiresAt'],
        order: [
          ['rotatedAt', 'DESC'],
          ['id', 'ASC'],
        ],
        raw: true,
      });
    },
    /** Which of these stand. */
    async standing(ids: string[]): Promise<Set<string>> {
      const rows = await EmployeeSession.findAll({
        where: { id: [...new Set(ids)], expiresAt: { [Op.gt]: new Date() } },
        attributes: ['id'],
        raw: true,
      });
      return new Set(rows.map(({ id }) => id));
    },
    /** @returns whether this person had such a session. */
    async removeOwn(id: string, employeeId: number, transaction: Transaction): Promise<boolean> {
      return (await EmployeeSession.destroy({ where: { id, employeeId }, transaction })) > 0;
    },
    /** Ends all sessions of a person but one. @returns how many. */
    async removeOthers(employeeId: number, keptId: string, transaction: Transaction): Promise<number> {
      return EmployeeSession.destroy({ where: { employeeId, id: { [Op.ne]: keptId } }, transaction });
    },
    async removeOfEmployee(employeeId: number, transaction: Transaction): Promise<void> {
      await EmployeeSession.destroy({ where: { employeeId }, transaction });
    },
  };
}
