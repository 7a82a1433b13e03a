import { AppError } from '../errors';
import type { AuditLog } from '../audit/auditLog';
import type { Database } from '../storage/database/database';
import type { Repositories } from '../repositories/repositories';
import type { EmployeeDto } from '../shared/people';
import { toEmployeeDto } from './employeeDto';
import { refuseGuessable } from './guessablePasswords';
import { hashPassword } from './passwords';
import { sameToken } from './secretToken';

const firstAdminFact = 'first-admin';
const firstAdminNo = 'ADMIN';

/** The first admin: made once ever by the holder of the set-up token. */
export function createSetUp(dependencies: {
  database: Database;
  repositories: Repositories;
  audit: AuditLog;
  setupToken: string;
}) {
  const { database, repositories, audit, setupToken } = dependencies;

  return {
    isDone: () => repositories.systemState.has(firstAdminFact),

    /** @throws AppError `wrong_setup_token` */
    checkToken(given: string | null): void {
      if (given === null || !sameToken(given, setupToken)) throw new AppError('wrong_setup_token');
    },

    /** @throws AppError `already_set_up`, also for all but one of many calls at once; `password_guessable` */
    async createFirstAdmin(input: {
      employeeNo?: string;
      name: string;
      email: string;
      password: string;
    }): Promise<EmployeeDto> {
      if (await this.isDone()) throw new AppError('already_set_up');
      const employeeNo = input.employeeNo ?? firstAdminNo;
      await refuseGuessable(input.password, { ...input, employeeNo });
      const passwordHash = await hashPassword(input.password);
      return database.sequelize.transaction(async (transaction) => {
        // A second claim waits here for the first to commit, and then meets its row.
        const claimed = await repositories.systemState.claim(
          firstAdminFact,
          { email: input.email },
          transaction,
        );
        if (!claimed) throw new AppError('already_set_up');
        const admin = await repositories.people.create(
          {
            employeeNo,
            name: input.name,
            email: input.email,
            role: 'admin',
            team: null,
            passwordHash,
          },
          transaction,
        );
        await audit.record(
          { name: 'setup.first-admin', employeeId: admin.id, input: { email: input.email } },
          transaction,
        );
        return toEmployeeDto(admin);
      });
    },
  };
}

export type SetUp = ReturnType<typeof createSetUp>;
