import { z } from 'zod';
import type { AuditLog } from '../../audit/auditLog';
import { AppError } from '../../errors';
import type { Repositories } from '../../repositories/repositories';
import {
  assignmentFilterSchema,
  createAssignmentSchema,
  updateAssignmentSchema,
  type EmployeeNameDto,
  assignmentDtoSchema,
  employeeNameDtoSchema,
} from '../../shared/people';
import type { Page } from '../../shared/problem';
import { decodeCursor, pageQuerySchema, rowPlace, toPage } from '../cursor';
import { route, type Route } from '../route';
import { rowParams } from '../rowParams';
import { pageOf } from '../answers';

const employeeQuery = pageQuerySchema.extend({ q: z.string().normalize('NFC').trim().max(100).optional() });

/** Which employee looks after which customer, for admins. */
export function assignmentRoutes({ assignments, people }: Repositories, audit: AuditLog): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/assignments',
      summary: 'Assignments, of an employee, of a customer, or those that count on a day (`on`).',
      who: 'assignments.manage',
      record: 'access',
      query: pageQuerySchema.extend(assignmentFilterSchema.shape),
      answer: pageOf(assignmentDtoSchema),
      handle: async ({ query: { cursor, limit, ...filter } }) => {
        const afterId = decodeCursor(rowPlace, cursor) ?? 0;
        const rows = await assignments.list({ ...filter, afterId, limit: limit + 1 });
        return toPage(rows, limit, { place: (row) => row.id, item: (row) => row });
      },
    }),
    route({
      method: 'get',
      path: '/api/assignments/employees',
      summary: 'Active employees by letters of name, number or team, to give a customer to.',
      who: 'assignments.manage',
      record: 'access',
      query: employeeQuery,
      answer: pageOf(employeeNameDtoSchema),
      handle: async ({ query: { cursor, limit, q } }): Promise<Page<EmployeeNameDto>> => {
        const afterId = decodeCursor(rowPlace, cursor) ?? 0;
        const rows = await people.list({ q, active: true, afterId, limit: limit + 1 });
        return toPage(rows, limit, {
          place: (row) => row.id,
          item: ({ employeeNo, name, team, role, active }) => ({ employeeNo, name, team, role, active }),
        });
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
      answer: assignmentDtoSchema,
      problems: ['not_found', 'already_exists', 'assignment_overlaps'],
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
      method: 'patch',
      path: '/api/assignments/:id',
      summary: 'Set the last day of an assignment (`validTo`); null: it is open again.',
      who: 'assignments.manage',
      record: 'assignment.change',
      params: rowParams,
      body: updateAssignmentSchema,
      answer: assignmentDtoSchema,
      problems: ['assignment_overlaps'],
      handle: async ({ actor, params: { id }, body: { validTo } }) => {
        const before = await assignments.find(id);
        if (!before) throw new AppError('not_found');
        if (validTo !== null && validTo < before.validFrom)
          throw new AppError('validation_failed', {
            errors: [{ path: 'validTo', message: 'validTo must not be before validFrom' }],
          });
        await audit.record({ name: 'assignment.change', employeeId: actor.id, input: { id, validTo } });
        await assignments.end(id, validTo);
        return { ...before, validTo };
      },
    }),
    route({
      method: 'delete',
      path: '/api/assignments/:id',
      summary: 'Delete an assignment as if it had never been; to end one, set its last day.',
      who: 'assignments.manage',
      record: 'assignment.delete',
      params: rowParams,
      handle: async ({ actor, params: { id } }) => {
        await audit.record({ name: 'assignment.delete', employeeId: actor.id, input: { id } });
        if (!(await assignments.remove(id))) throw new AppError('not_found');
      },
    }),
  ];
}
