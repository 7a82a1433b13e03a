import { QueryTypes, type Sequelize, type Transaction } from 'sequelize';
import type { Models } from '../models/models';

/** A person at the sign-in of the company: the provider's address, and what it calls the person. */
export interface CompanyIdentity {
  issuer: string;
  subject: string;
}

/** Who people are at the sign-in of the company, and the sign-ins here that came from it. */
export function createCompanyIdentityRepository(
  sequelize: Sequelize,
  { EmployeeIdentity, CompanySession }: Models,
) {
  return {
    /** Lets one sign-in of an identity at a time go on, until its transaction ends: another one finds what it has written. */
    async lock({ issuer, subject }: CompanyIdentity, transaction: Transaction): Promise<void> {
      await sequelize.query('SELECT pg_advisory_xact_lock(hashtextextended($identity, 0))', {
        bind: { identity: `${issuer} ${subject}` },
        transaction,
      });
    },
    /** @returns the key of the person. */
    async find({ issuer, subject }: CompanyIdentity, transaction: Transaction): Promise<number | null> {
      const row = await EmployeeIdentity.findOne({ where: { issuer, subject }, transaction });
      return row?.employeeId ?? null;
    },
    async isLinked(issuer: string, employeeId: number, transaction: Transaction): Promise<boolean> {
      return (await EmployeeIdentity.count({ where: { issuer, employeeId }, transaction })) > 0;
    },
    /** @throws sequelize's UniqueConstraintError when the person is somebody else at this provider already. */
    async link(identity: CompanyIdentity, employeeId: number, transaction: Transaction): Promise<void> {
      await EmployeeIdentity.create({ ...identity, employeeId }, { transaction });
    },
    async noteSession(
      sessionId: string,
      { issuer, subject, sid }: CompanyIdentity & { sid: string | null },
      transaction: Transaction,
    ): Promise<void> {
      await CompanySession.create({ sessionId, issuer, subject, sid }, { transaction });
    },
    /** Ends the sign-ins that came from one there, or from any of a person's. @returns whose they were, once for each. */
    async endSessions(
      { issuer, subject, sid }: { issuer: string; subject?: string; sid?: string },
      transaction: Transaction,
    ): Promise<number[]> {
      const rows = await sequelize.query<{ employeeId: number }>(
        `DELETE FROM employee_sessions s USING company_sessions c
         WHERE c.session_id = s.id AND c.issuer = $issuer
           AND ($subject::text IS NULL OR c.subject = $subject) AND ($sid::text IS NULL OR c.sid = $sid)
         RETURNING s.employee_id AS "employeeId"`,
        {
          bind: { issuer, subject: subject ?? null, sid: sid ?? null },
          type: QueryTypes.SELECT,
          transaction,
        },
      );
      return rows.map(({ employeeId }) => employeeId);
    },
  };
}
