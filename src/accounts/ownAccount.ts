import { AppError } from '../errors';
import type { AuditLog } from '../audit/auditLog';
import type { Actor } from '../policies/actor';
import type { Repositories } from '../repositories/repositories';
import type { SessionDto } from '../shared/people';
import type { Database } from '../storage/database/database';
import type { Admission } from './admission';
import { demandPassword, stillOwner } from './demandPassword';
import { refuseGuessable } from './guessablePasswords';
import type { TryLimit } from './limitTries';
import { hashPassword } from './passwords';
import { unusedSince } from './sessionTimes';

/** What people do with their own account: the password, and the sign-ins on their devices. */
export function createOwnAccount(dependencies: {
  database: Pick<Database, 'sequelize'>;
  repositories: Repositories;
  audit: AuditLog;
  admission: Admission;
  tries: TryLimit;
}) {
  const { database, repositories, audit, admission, tries } = dependencies;
  const { people, sessions } = repositories;

  return {
    /** The sign-ins that stand, the one used last first. @param currentId the one that asks */
    async sessions(owner: Actor, currentId: string): Promise<SessionDto[]> {
      const rows = await sessions.ofEmployee(owner.id, unusedSince());
      return rows.map(({ id, userAgent, createdAt, rotatedAt, expiresAt }) => ({
        ...{ id, current: id === currentId, userAgent },
        createdAt: createdAt.toISOString(),
        lastUsedAt: rotatedAt.toISOString(),
        expiresAt: expiresAt.toISOString(),
      }));
    },

    /** Ends one; its access token is void and its sockets are cut within seconds. @throws AppError `not_found` */
    async endSession(owner: Actor, sessionId: string): Promise<void> {
      await database.sequelize.transaction(async (transaction) => {
        const ended = await sessions.removeOwn(sessionId, owner.id, transaction);
        if (!ended) throw new AppError('not_found');
        const event = { name: 'auth.session-end', employeeId: owner.id, input: { sessionId } };
        await audit.record(event, transaction);
      });
      admission.forget(owner.id);
    },

    /** Ends all but the one that asks. */
    async endOtherSessions(owner: Actor, currentId: string): Promise<void> {
      await database.sequelize.transaction(async (transaction) => {
        const count = await sessions.removeOthers(owner.id, currentId, transaction);
        const event = { name: 'auth.other-sessions-end', employeeId: owner.id, output: { count } };
        await audit.record(event, transaction);
      });
      admission.forget(owner.id);
    },

    /** Whoever knew the old password is out: the other sign-ins end. @throws AppError `wrong_password`, `too_many_tries`, `password_guessable` */
    async changePassword(
      owner: Actor,
      currentId: string,
      { currentPassword, newPassword }: { currentPassword: string; newPassword: string },
    ): Promise<void> {
      const person = await tries.within(owner.email, () => demandPassword(people, owner.id, currentPassword));
      await refuseGuessable(newPassword, person, 'newPassword');
      const passwordHash = await hashPassword(newPassword);
      await database.sequelize.transaction(async (transaction) => {
        await stillOwner(people, person, transaction);
        await people.update(owner.id, { passwordHash }, transaction);
        const count = await sessions.removeOthers(owner.id, currentId, transaction);
        const event = {
          name: 'auth.password-change',
          employeeId: owner.id,
          output: { sessionsEnded: count },
        };
        await audit.record(event, transaction);
      });
      admission.forget(owner.id);
    },
  };
}

export type OwnAccount = ReturnType<typeof createOwnAccount>;
