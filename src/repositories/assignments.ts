import { QueryTypes, type Sequelize } from 'sequelize';
import type { Models } from '../models/models';
import type { AssignmentDto } from '../shared/people';

/** Which employee looks after which customer, and when. */
export function createAssignmentRepository(sequelize: Sequelize, { Assignment, Customer }: Models) {
  const select = `
    SELECT a.id, e.employee_no AS "employeeNo", e.name AS "employeeName", c.code AS "customerCode",
           c.name AS "customerName", a.valid_from AS "validFrom", a.valid_to AS "validTo"
    FROM assignment_map a JOIN employees e ON e.id = a.employee_id JOIN customers c ON c.id = a.customer_id`;
  return {
    /** @throws sequelize's ExclusionConstraintError when the period overlaps another of the same pair. */
    async create(assignment: {
      employeeId: number;
      customerId: number;
      validFrom: string;
      validTo: string | null;
    }): Promise<AssignmentDto> {
      const { id } = await Assignment.create(assignment);
      const [row] = await sequelize.query<AssignmentDto>(`${select} WHERE a.id = $id`, {
        bind: { id },
        type: QueryTypes.SELECT,
      });
      return row!;
    },
    async list(options: { afterId: number; limit: number; employeeNo?: string }): Promise<AssignmentDto[]> {
      return sequelize.query<AssignmentDto>(
        `${select} WHERE a.id > $afterId AND ($employeeNo::text IS NULL OR e.employee_no = $employeeNo)
         ORDER BY a.id LIMIT $limit`,
        { bind: { ...options, employeeNo: options.employeeNo ?? null }, type: QueryTypes.SELECT },
      );
    },
    /** @returns false when there is none. */
    async remove(id: number): Promise<boolean> {
      return (await Assignment.destroy({ where: { id } })) > 0;
    },
    async customerIdByCode(code: string): Promise<number | null> {
      return (await Customer.findOne({ where: { code }, attributes: ['id'] }))?.id ?? null;
    },
  };
}
