import { literal, Op, type Transaction, type WhereOptions } from 'sequelize';
import type { Employee } from '../models/employee';
import type { Models } from '../models/models';
import type { EmployeeFilter, Permission, Role } from '../shared/people';
import { containing } from './likePattern';

/** A person as stored, with what signing in needs. */
export interface EmployeeRecord {
  id: number;
  employeeNo: string;
  name: string;
  email: string;
  passwordHash: string | null;
  role: Role;
  team: string | null;
  extraPermissions: Permission[];
  active: boolean;
  tokenVersion: number;
  createdAt: Date;
}

/** A person with the sign-ins that stand. */
export interface SignedInRecord extends EmployeeRecord {
  sessionIds: string[];
}

/** A person who may sign in, without what signing in needs. */
export type ActiveRecord = Pick<
  EmployeeRecord,
  'id' | 'employeeNo' | 'name' | 'email' | 'role' | 'team' | 'extraPermissions' | 'tokenVersion'
>;

/** What a person is called, without what signing in needs. */
export type PersonNames = Pick<EmployeeRecord, 'id' | 'employeeNo' | 'name' | 'email' | 'team'>;

export interface NewEmployee {
  employeeNo: string;
  name: string;
  email: string;
  role: Role;
  team: string | null;
  passwordHash: string | null;
}

export type EmployeeChanges = Partial<
  Pick<EmployeeRecord, 'name' | 'email' | 'role' | 'team' | 'active' | 'passwordHash' | 'extraPermissions'>
> & { endSessions?: boolean };

/** People. `email` is compared without regard to case. */
export function createPeopleRepository({ Employee }: Models) {
  return {
    async create(person: NewEmployee, transaction?: Transaction): Promise<EmployeeRecord> {
      return toRecord(await Employee.create(person, { transaction }));
    },
    async findById(id: number, transaction?: Transaction): Promise<EmployeeRecord | null> {
      return toRecordOrNull(await Employee.findByPk(id, { transaction }));
    },
    /** A person whom nobody changes, and whose sign-ins open one after the other, until the transaction ends. */
    async lock(id: number, transaction: Transaction): Promise<EmployeeRecord | null> {
      return toRecordOrNull(
        await Employee.findByPk(id, { transaction, lock: transaction.LOCK.NO_KEY_UPDATE }),
      );
    },
    /** A person with the keys of the sign-ins that stand, in one statement. */
    async findSignedIn(id: number): Promise<SignedInRecord | null> {
      const row = await Employee.findByPk(id, { attributes: { include: [standingSessions()] } });
      return row && { ...toRecord(row), sessionIds: row.get('sessionIds') as string[] };
    },
    /** The active ones of these people, by key. */
    async active(ids: number[]): Promise<Map<number, ActiveRecord>> {
      const rows: ActiveRecord[] = await Employee.findAll({
        where: { id: [...new Set(ids)], active: true },
        attributes: ['id', 'employeeNo', 'name', 'email', 'role', 'team', 'extraPermissions', 'tokenVersion'],
        raw: true,
      });
      return new Map(rows.map((row) => [row.id, row]));
    },
    /** What these people are called, by key. */
    async namesOf(ids: number[]): Promise<Map<number, string>> {
      const rows = await Employee.findAll({ where: { id: [...new Set(ids)] }, attributes: ['id', 'name'] });
      return new Map(rows.map(({ id, name }) => [id, name]));
    },
    /** Everybody there is or was. */
    async names(): Promise<PersonNames[]> {
      return Employee.findAll({ attributes: ['id', 'employeeNo', 'name', 'email', 'team'], raw: true });
    },
    async findByEmail(email: string, transaction?: Transaction): Promise<EmployeeRecord | null> {
      return toRecordOrNull(await Employee.findOne({ where: lowerEmail(Employee, email), transaction }));
    },
    async findByEmployeeNo(employeeNo: string, transaction?: Transaction): Promise<EmployeeRecord | null> {
      return toRecordOrNull(await Employee.findOne({ where: { employeeNo }, transaction }));
    },
    /** Active people of these roles, or with a right given beyond theirs, by name. */
    async holding(permission: Permission, roles: Role[]): Promise<EmployeeRecord[]> {
      const rows = await Employee.findAll({
        where: {
          active: true,
          [Op.or]: [{ role: roles }, { extraPermissions: { [Op.contains]: [permission] } }],
        },
        order: [
          ['name', 'ASC'],
          ['id', 'ASC'],
        ],
      });
      return rows.map(toRecord);
    },
    /** Those the filter lets through, in the order of their keys, after `afterId`. */
    async list(
      options: EmployeeFilter & { team?: string; afterId: number; limit: number },
    ): Promise<EmployeeRecord[]> {
      const rows = await Employee.findAll({
        where: { [Op.and]: [{ id: { [Op.gt]: options.afterId } }, ...conditions(options)] },
        order: [['id', 'ASC']],
        limit: options.limit,
      });
      return rows.map(toRecord);
    },
    /** Changes a person; every issued access token becomes void where that is asked for. */
    async update(
      id: number,
      { endSessions, ...changes }: EmployeeChanges,
      transaction: Transaction,
    ): Promise<void> {
      await Employee.update(changes, { where: { id }, transaction });
      if (endSessions) await Employee.increment('tokenVersion', { where: { id }, transaction });
    },
    /** Locks the active admins, so that two changes at once cannot remove the last one. */
    async lockActiveAdmins(transaction: Transaction): Promise<number[]> {
      const rows = await Employee.findAll({
        where: { role: 'admin', active: true },
        attributes: ['id'],
        order: [['id', 'ASC']],
        transaction,
        lock: transaction.LOCK.UPDATE,
      });
      return rows.map((row) => row.id);
    },
  };
}

export type PeopleRepository = ReturnType<typeof createPeopleRepository>;

function conditions(filter: EmployeeFilter & { team?: string }): WhereOptions<Employee>[] {
  const { q, role, active, hasExtraRights, team } = filter;
  const all: WhereOptions<Employee>[] = [];
  if (team !== undefined) all.push({ team });
  if (q) {
    const like = { [Op.iLike]: containing(q) };
    all.push({ [Op.or]: [{ name: like }, { employeeNo: like }, { email: like }, { team: like }] });
  }
  if (role) all.push({ role });
  if (active !== undefined) all.push({ active });
  if (hasExtraRights !== undefined)
    all.push({ extraPermissions: { [hasExtraRights ? Op.ne : Op.eq]: [] as Permission[] } });
  return all;
}

function standingSessions(): [ReturnType<typeof literal>, string] {
  const ids =
    'SELECT s.id FROM employee_sessions s WHERE s.employee_id = "Employee".id AND s.expires_at > now()';
  return [literal(`ARRAY(${ids})`), 'sessionIds'];
}

function lowerEmail(model: typeof Employee, email: string) {
  const { fn, col, where } = model.sequelize!.Sequelize;
  return where(fn('lower', col('email')), email.toLowerCase());
}

function toRecordOrNull(row: Employee | null): EmployeeRecord | null {
  return row && toRecord(row);
}

function toRecord(row: Employee): EmployeeRecord {
  const { id, employeeNo, name, email, passwordHash, role, team, extraPermissions, active, tokenVersion } =
    row;
  return {
    id,
    employeeNo,
    name,
    email,
    passwordHash,
    role,
    team,
    extraPermissions,
    active,
    tokenVersion,
    createdAt: row.createdAt,
  };
}
