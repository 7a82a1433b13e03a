import { z } from 'zod';
import type { AuditLog } from '../../audit/auditLog';
import { AppError } from '../../errors';
import type { Repositories } from '../../repositories/repositories';
import { createAssignmentSchema } from '../../shared/people';
import { decodeCursor, pageQuerySchema, toPage } from '../cursor';
import { route, type Route } from '../route';

const params = z.strictObject({ id: z.coerce.number().int().min(1).max(2_147_483_647) });
const listQuery = pageQuerySchema.extend({ employeeNo: z.string().max(40).optional() });

/** Which employee looks after which customer, for admins. */
export function assignmentRoutes({ assignments, people }: Repositories, audit: AuditLog): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/assignments',
      summary: 'List assignments.',
      who: 'assignments.manage',
      record: 'access',
      query: listQuery,
      handle: async ({ query }) => {
        const afterId = decodeCursor(z.number().int(), query.cursor) ?? 0;
        const rows = await assignments.list({
          afterId,
          limit: query.limit + 1,
          employeeNo: query.employeeNo,
        });
        return toPage(rows, query.limit, { place: (row) => row.id, item: (row) => row });
      },
    }),
    route({
      method: 'post',
      path: '/api/assignments',
      summary: 'Assign a customer to an employee; periods of the same pair may not overlap.',
      who: 'assignments.manage',
      record: 'assignment.create',
      status: 201,
      body: createAssignmentSchema,
      handle: async ({ actor, body }) => {
        const person = await people.findByEmployeeNo(body.employeeNo);
        const customerId = await assignments.customerIdByCode(body.customerCode);
        if (!person || customerId === null) throw new AppError('not_found');
        await audit.record({ name: 'assignment.create', employeeId: actor.id, input: body });
        return assignments.create({
          employeeId: person.id,
          customerId,
          validFrom: body.validFrom,
          validTo: body.validTo ?? null,
        });
      },
    }),
    route({
      method: 'delete',
      path: '/api/assignments/:id',
      summary: 'Delete an assignment.',
      who: 'assignments.manage',
      record: 'assignment.delete',
      params,
      handle: async ({ actor, params: { id } }) => {
        await audit.record({ name: 'assignment.delete', employeeId: actor.id, input: { id } });
        if (!(await assignments.remove(id))) throw new AppError('not_found');
      },
    }),
  ];
}
