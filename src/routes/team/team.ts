import { z } from 'zod';
import type { Team } from '../../accounts/team';
import {
  assignmentDtoSchema,
  assignmentFilterSchema,
  createAssignmentSchema,
  updateAssignmentSchema,
} from '../../shared/people';
import {
  changeTeamPersonSchema,
  newPasswordDtoSchema,
  teamCustomerDtoSchema,
  teamPersonDtoSchema,
} from '../../shared/team';
import { decodeCursor, pageQuerySchema, rowPlace, toPage } from '../cursor';
import { route, type Route } from '../route';
import { rowParams } from '../rowParams';
import { pageOf } from '../answers';

const letters = pageQuerySchema.extend({ q: z.string().normalize('NFC').trim().max(100).optional() });
const assignmentQuery = pageQuerySchema.extend(
  assignmentFilterSchema.pick({ employeeNo: true, on: true }).shape,
);

/** The own team, for whoever was given its people to look after. */
export function teamRoutes(team: Team): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/team/people',
      summary: 'The people of the own team, and which of them the caller may change.',
      who: 'team.manage',
      record: 'access',
      query: letters,
      answer: pageOf(teamPersonDtoSchema),
      problems: ['not_found'],
      handle: async ({ actor, query: { cursor, limit, q } }) => {
        const afterId = decodeCursor(rowPlace, cursor) ?? 0;
        const rows = await team.people(actor, { q, afterId, limit: limit + 1 });
        return toPage(rows, limit, { place: (row) => row.id, item: (row) => row });
      },
    }),
    route({
      method: 'patch',
      path: '/api/team/people/:id',
      summary: 'Change the name of one of the team, or whether that person may sign in.',
      who: 'team.manage',
      record: 'employee.change',
      params: rowParams,
      body: changeTeamPersonSchema,
      answer: teamPersonDtoSchema,
      handle: async ({ actor, params: { id }, body }) => team.change(actor, id, body),
    }),
    route({
      method: 'post',
      path: '/api/team/people/:id/password',
      summary: 'Make a new password for one of the team, answered once; it ends the open sessions.',
      who: 'team.manage',
      record: 'employee.change',
      params: rowParams,
      answer: newPasswordDtoSchema,
      handle: async ({ actor, params: { id } }) => team.resetPassword(actor, id),
    }),
    route({
      method: 'get',
      path: '/api/team/customers',
      summary: 'Customers that somebody of the own team looks after today.',
      who: 'team.manage',
      record: 'access',
      query: letters,
      answer: pageOf(teamCustomerDtoSchema),
      problems: ['not_found'],
      handle: async ({ actor, query: { cursor, limit, q } }) => {
        const afterId = decodeCursor(rowPlace, cursor) ?? 0;
        const rows = await team.customers(actor, { q, afterId, limit: limit + 1 });
        return toPage(rows, limit, { place: (row) => row.id, item: ({ code, name }) => ({ code, name }) });
      },
    }),
    route({
      method: 'get',
      path: '/api/team/assignments',
      summary: 'Assignments of the own team, of one person, or those that count on a day (`on`).',
      who: 'team.manage',
      record: 'access',
      query: assignmentQuery,
      answer: pageOf(assignmentDtoSchema),
      problems: ['not_found'],
      handle: async ({ actor, query: { cursor, limit, ...filter } }) => {
        const afterId = decodeCursor(rowPlace, cursor) ?? 0;
        const rows = await team.assignments(actor, { ...filter, afterId, limit: limit + 1 });
        return toPage(rows, limit, { place: (row) => row.id, item: (row) => row });
      },
    }),
    route({
      method: 'post',
      path: '/api/team/assignments',
      summary: 'Give a customer of the own team to one of the team.',
      who: 'team.manage',
      record: 'assignment.create',
      status: 201,
      body: createAssignmentSchema,
      answer: assignmentDtoSchema,
      problems: ['not_found', 'already_exists', 'assignment_overlaps'],
      handle: async ({ actor, body }) => team.assign(actor, body),
    }),
    route({
      method: 'patch',
      path: '/api/team/assignments/:id',
      summary: 'Set the last day of an assignment of the own team (`validTo`); null: it is open again.',
      who: 'team.manage',
      record: 'assignment.change',
      params: rowParams,
      body: updateAssignmentSchema,
      answer: assignmentDtoSchema,
      problems: ['assignment_overlaps'],
      handle: async ({ actor, params: { id }, body }) => team.endAssignment(actor, id, body.validTo),
    }),
  ];
}
