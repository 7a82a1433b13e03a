import { UniqueConstraintError, type Transaction } from 'sequelize';
import { AppError } from '../errors';
import type { AuditEvent, AuditLog } from '../audit/auditLog';
import type { Actor } from '../policies/actor';
import type { EmployeeRecord } from '../repositories/people';
import type { Repositories } from '../repositories/repositories';
import type { EmployeeDto, Permission, Role } from '../shared/people';
import type { Database } from '../storage/database/database';
import type { Admission } from './admission';
import { toEmployeeDto } from './employeeDto';
import type { TryLimit } from './limitTries';
import { refuseGuessable } from './guessablePasswords';
import { hashPassword } from './passwords';
import { newTemporaryPassword } from './secretToken';

interface NewEmployeeInput {
  employeeNo: string;
  name: string;
  email: string;
  role: Role;
  team?: string | null;
  password?: string;
}

export interface EmployeeChangesInput {
  name?: string;
  email?: string;
  role?: Role;
  team?: string | null;
  active?: boolean;
  password?: string;
}

/** Registering and changing people. Whoever loses a right or the account loses open sessions at once. */
export function createEmployees(dependencies: {
  database: Database;
  repositories: Repositories;
  audit: AuditLog;
  admission: Admission;
  tries: TryLimit;
}) {
  const { database, repositories, audit, admission, tries } = dependencies;
  const { people, sessions } = repositories;

  return {
    /** Without a password a temporary one is made and told once. @throws AppError `already_exists`, `password_guessable` */
    async register(
      input: NewEmployeeInput,
      by: Actor,
    ): Promise<EmployeeDto & { temporaryPassword?: string }> {
      if (input.password !== undefined) await refuseGuessable(input.password, input);
      const temporaryPassword = input.password ? undefined : newTemporaryPassword();
      const passwordHash = await hashPassword(input.password ?? temporaryPassword!);
      const { password: _password, ...person } = input;
      return namingWhatIsTaken(async (transaction) => {
        const employee = await people.create(
          { ...person, team: input.team ?? null, passwordHash },
          transaction,
        );
        await audit.record({ name: 'employee.register', employeeId: by.id, input: person }, transaction);
        return { ...toEmployeeDto(employee), ...(temporaryPassword ? { temporaryPassword } : {}) };
      });
    },

    /**
     * @param mayChange looks at the person as nobody changes it any more until this is done; not given: whoever it is.
     * @throws AppError `not_found`, also where `mayChange` says no, `already_exists`, `last_admin`, `password_guessable`
     */
    async change(
      id: number,
      { password, ...changes }: EmployeeChangesInput,
      by: Actor,
      mayChange?: (person: EmployeeRecord) => boolean,
    ): Promise<EmployeeDto> {
      const passwordHash = password === undefined ? undefined : await hashOf(id, password, changes);
      const event = {
        name: 'employee.change',
        employeeId: by.id,
        input: { id, ...changes, passwordChanged: password !== undefined },
      };
      return applyChanges(id, passwordHash ? { ...changes, passwordHash } : changes, event, mayChange);
    },

    /** Sets the rights beyond those of the role. @throws AppError `not_found` */
    async setPermissions(id: number, extraPermissions: Permission[], by: Actor): Promise<EmployeeDto> {
      return applyChanges(
        id,
        { extraPermissions },
        { name: 'employee.permissions', employeeId: by.id, input: { id, extraPermissions } },
      );
    },
  };

  async function hashOf(id: number, password: string, changes: EmployeeChangesInput): Promise<string> {
    const person = await people.findById(id);
    if (!person) throw new AppError('not_found');
    await refuseGuessable(password, { ...person, ...changes });
    return hashPassword(password);
  }

  async function applyChanges(
    id: number,
    changes: Partial<EmployeeRecord>,
    event: AuditEvent,
    mayChange?: (person: EmployeeRecord) => boolean,
  ): Promise<EmployeeDto> {
    const before = await people.findById(id);
    if (!before) throw new AppError('not_found');
    const after = { ...before, ...changes };
    const endSessions = changes.passwordHash !== undefined || (before.active && !after.active);
    await namingWhatIsTaken(async (transaction) => {
      if (isAdmin(before) && !isAdmin(after)) await keepAnAdmin(id, transaction);
      // Making a password takes a while, in which the person may have come to another team or to more rights.
      if (mayChange) {
        const person = await people.lock(id, transaction);
        if (!person || !mayChange(person)) throw new AppError('not_found');
      }
      await people.update(id, { ...changes, endSessions }, transaction);
      if (endSessions) await sessions.removeOfEmployee(id, transaction);
      // Who comes back some day has to want them again.
      if (before.active && !after.active) await repositories.apiKeys.removeOfEmployee(id, transaction);
      await audit.record(event, transaction);
    });
    admission.forget(id);
    if (changes.passwordHash !== undefined) await tries.forget(after.email);
    return toEmployeeDto(after);
  }

  /** A transaction whose refusal says which of the two names of a person somebody else has. */
  async function namingWhatIsTaken<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    try {
      return await database.sequelize.transaction(work);
    } catch (cause) {
      if (!(cause instanceof UniqueConstraintError)) throw cause;
      const { constraint } = cause.parent as Error & { constraint?: string };
      const path = constraint === 'employees_email_key' ? 'email' : 'employeeNo';
      throw new AppError('already_exists', { cause, errors: [{ path, message: 'already taken' }] });
    }
  }

  async function keepAnAdmin(leaving: number, transaction: Transaction): Promise<void> {
    const admins = await people.lockActiveAdmins(transaction);
    if (admins.every((id) => id === leaving)) throw new AppError('last_admin');
  }
}

export type Employees = ReturnType<typeof createEmployees>;

function isAdmin(person: EmployeeRecord): boolean {
  return person.active && person.role === 'admin';
}
