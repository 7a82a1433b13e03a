import type { AuditLog } from '../audit/auditLog';
import { AppError } from '../errors';
import type { Actor } from '../policies/actor';
import { mayLookAfter } from '../policies/delegation';
import type { EmployeeRecord } from '../repositories/people';
import type { Repositories } from '../repositories/repositories';
import { koreanDay } from '../shared/koreanTime';
import type { AssignmentDto } from '../shared/people';
import type { NewPasswordDto, TeamCustomerDto, TeamPersonDto } from '../shared/team';
import type { EmployeeChangesInput, Employees } from './employees';
import { newTemporaryPassword } from './secretToken';

interface Page {
  afterId: number;
  limit: number;
}

/**
 * What somebody does who was given the people of the own team to look after, and nothing beyond it: who belongs to another team, or
 * may do more than that somebody, is not there. Customers only go from one of the team to another.
 */
export function createTeam(parts: {
  employees: Employees;
  repositories: Pick<Repositories, 'people' | 'assignments'>;
  audit: AuditLog;
}) {
  const { employees, audit } = parts;
  const { people, assignments } = parts.repositories;

  const lookedAfter = (actor: Actor, person: EmployeeRecord | null): EmployeeRecord => {
    if (!person || !mayLookAfter(actor, person)) throw new AppError('not_found');
    return person;
  };

  const changeLookedAfter = (actor: Actor, id: number, changes: EmployeeChangesInput) =>
    employees.change(id, changes, actor, (person) => mayLookAfter(actor, person));

  /** @throws AppError `not_found` for a customer that nobody of the team looks after today. */
  const customerOfTeam = async (actor: Actor, code: string): Promise<number> => {
    const id = await assignments.customerIdByCode(code);
    const isOfTeam = id !== null && (await assignments.isOfTeam(id, teamOf(actor), koreanDay(new Date())));
    if (!isOfTeam) throw new AppError('not_found');
    return id;
  };

  return {
    /** Everybody of the team, in the order of their keys. */
    async people(actor: Actor, page: Page & { q?: string }): Promise<TeamPersonDto[]> {
      if (actor.team === null) return [];
      const rows = await people.list({ ...page, team: actor.team });
      return rows.map(({ id, employeeNo, name, email, role, team, active, extraPermissions }) => ({
        ...{ id, employeeNo, name, email, role, team, active },
        mayChange: mayLookAfter(actor, { id, role, team, extraPermissions }),
      }));
    },

    /** Changes a name, or whether somebody may sign in. @throws AppError `not_found` */
    async change(
      actor: Actor,
      id: number,
      changes: { name?: string; active?: boolean },
    ): Promise<TeamPersonDto> {
      lookedAfter(actor, await people.findById(id));
      const { employeeNo, name, email, role, team, active } = await changeLookedAfter(actor, id, changes);
      return { id, employeeNo, name, email, role, team, active, mayChange: true };
    },

    /** Makes a password, which ends every sign-in of the person. @throws AppError `not_found` */
    async resetPassword(actor: Actor, id: number): Promise<NewPasswordDto> {
      lookedAfter(actor, await people.findById(id));
      const temporaryPassword = newTemporaryPassword();
      await changeLookedAfter(actor, id, { password: temporaryPassword });
      return { temporaryPassword };
    },

    /** Customers that the team looks after today, by letters of name or code. */
    async customers(
      actor: Actor,
      page: Page & { q?: string },
    ): Promise<(TeamCustomerDto & { id: number })[]> {
      if (actor.team === null) return [];
      return assignments.customersOfTeam({ ...page, team: actor.team, on: koreanDay(new Date()) });
    },

    /** Assignments of the team's people, those that count on a day where one is given. */
    async assignments(
      actor: Actor,
      filter: Page & { employeeNo?: string; on?: string },
    ): Promise<AssignmentDto[]> {
      if (actor.team === null) return [];
      return assignments.list({ ...filter, team: actor.team });
    },

    /** Gives a customer of the team to one of the team. @throws AppError `not_found`, `assignment_overlaps` */
    async assign(
      actor: Actor,
      asked: { employeeNo: string; customerCode: string; validFrom: string; validTo?: string | null },
    ): Promise<AssignmentDto> {
      const { employeeNo, customerCode, validFrom, validTo = null } = asked;
      const person = lookedAfter(actor, await people.findByEmployeeNo(employeeNo));
      const customerId = await customerOfTeam(actor, customerCode);
      await audit.record({ name: 'assignment.create', employeeId: actor.id, input: asked });
      return assignments.create({ employeeId: person.id, customerId, validFrom, validTo });
    },

    /**
     * Sets the last day of an assignment. One that gets longer is of a customer that is still the team's.
     * @throws AppError `not_found`, `validation_failed`, `assignment_overlaps`
     */
    async endAssignment(actor: Actor, id: number, validTo: string | null): Promise<AssignmentDto> {
      const before = await assignments.find(id);
      if (!before) throw new AppError('not_found');
      lookedAfter(actor, await people.findByEmployeeNo(before.employeeNo));
      const isLonger = before.validTo !== null && (validTo === null || validTo > before.validTo);
      if (isLonger) await customerOfTeam(actor, before.customerCode);
      if (validTo !== null && validTo < before.validFrom)
        throw new AppError('validation_failed', {
          errors: [{ path: 'validTo', message: 'validTo must not be before validFrom' }],
        });
      await audit.record({ name: 'assignment.change', employeeId: actor.id, input: { id, validTo } });
      await assignments.end(id, validTo);
      return { ...before, validTo };
    },
  };
}

export type Team = ReturnType<typeof createTeam>;

/** @throws AppError `not_found` for somebody without a team, who has nobody to look after. */
function teamOf({ team }: Actor): string {
  if (team === null) throw new AppError('not_found');
  return team;
}
