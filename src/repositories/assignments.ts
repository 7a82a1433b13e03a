import { QueryTypes, type Sequelize } from 'sequelize';
import type { Models } from '../models/models';
import type { AssignmentDto, AssignmentFilter } from '../shared/people';
import { containing } from './likePattern';

/** Assignments of a team's people that count on a day. */
const ofTeam = `FROM assignment_map a JOIN employees e ON e.id = a.employee_id
  WHERE e.team = $team AND $on::date BETWEEN a.valid_from AND coalesce(a.valid_to, 'infinity')`;

/** Which employee looks after which customer, and when. */
export function createAssignmentRepository(sequelize: Sequelize, { Assignment, Customer }: Models) {
  const select = `
    SELECT a.id, e.employee_no AS "employeeNo", e.name AS "employeeName", c.code AS "customerCode",
           c.name AS "customerName", a.valid_from AS "validFrom", a.valid_to AS "validTo"
    FROM assignment_map a JOIN employees e ON e.id = a.employee_id JOIN customers c ON c.id = a.customer_id`;
  const find = async (id: number): Promise<AssignmentDto | null> => {
    const [row] = await sequelize.query<AssignmentDto>(`${select} WHERE a.id = $id`, {
      bind: { id },
      type: QueryTypes.SELECT,
    });
    return row ?? null;
  };
  return {
    find,
    /** @throws sequelize's ExclusionConstraintError when the period overlaps another of the same pair. */
    async create(assignment: {
      employeeId: number;
      customerId: number;
      validFrom: string;
      validTo: string | null;
    }): Promise<AssignmentDto> {
      const { id } = await Assignment.create(assignment);
      return (await find(id))!;
    },
    /** In the order they were made, after `afterId`. */
    async list(
      options: AssignmentFilter & { team?: string; afterId: number; limit: number },
    ): Promise<AssignmentDto[]> {
      const { employeeNo = null, customerCode = null, on = null, team = null, ...place } = options;
      return sequelize.query<AssignmentDto>(
        `${select} WHERE a.id > $afterId AND ($employeeNo::text IS NULL OR e.employee_no = $employeeNo)
           AND ($customerCode::text IS NULL OR c.code = $customerCode)
           AND ($team::text IS NULL OR e.team = $team)
           AND ($on::date IS NULL OR $on::date BETWEEN a.valid_from AND coalesce(a.valid_to, 'infinity'))
         ORDER BY a.id LIMIT $limit`,
        { bind: { ...place, employeeNo, customerCode, on, team }, type: QueryTypes.SELECT },
      );
    },
    /** @throws sequelize's ExclusionConstraintError when it then overlaps another of the same pair. */
    async end(id: number, validTo: string | null): Promise<void> {
      await Assignment.update({ validTo }, { where: { id } });
    },
    /** @returns false when there is none. */
    async remove(id: number): Promise<boolean> {
      return (await Assignment.destroy({ where: { id } })) > 0;
    },
    /** Whether somebody of a team looks after a customer on a day. */
    async isOfTeam(customerId: number, team: string, on: string): Promise<boolean> {
      const [row] = await sequelize.query<{ found: boolean }>(
        `SELECT EXISTS (SELECT ${ofTeam} AND a.customer_id = $customerId) AS found`,
        { bind: { customerId, team, on }, type: QueryTypes.SELECT },
      );
      return row!.found;
    },
    /** Customers a team looks after on a day, by letters of name or code, in the order of their keys, after `afterId`. */
    async customersOfTeam(options: {
      team: string;
      on: string;
      q?: string;
      afterId: number;
      limit: number;
    }): Promise<{ id: number; code: string; name: string }[]> {
      const { q, ...bind } = options;
      return sequelize.query(
        `SELECT c.id, c.code, c.name FROM customers c
         WHERE c.id > $afterId AND EXISTS (SELECT ${ofTeam} AND a.customer_id = c.id)
           AND ($like::text IS NULL OR c.name ILIKE $like OR c.code ILIKE $like)
         ORDER BY c.id LIMIT $limit`,
        { bind: { ...bind, like: q ? containing(q) : null }, type: QueryTypes.SELECT },
      );
    },
    async customerIdByCode(code: string): Promise<number | null> {
      return (await Customer.findOne({ where: { code }, attributes: ['id'] }))?.id ?? null;
    },
  };
}
