import type { Employees } from '../../accounts/employees';
import { toEmployeeDto } from '../../accounts/employeeDto';
import { AppError } from '../../errors';
import { rolesWith } from '../../policies/permissions';
import type { Repositories } from '../../repositories/repositories';
import {
  createEmployeeSchema,
  employeeFilterSchema,
  permissions,
  type PermissionDto,
  setPermissionsSchema,
  updateEmployeeSchema,
  employeeDtoSchema,
  employeeWithFactorSchema,
  registeredEmployeeSchema,
  permissionDtoSchema,
} from '../../shared/people';
import { decodeCursor, pageQuerySchema, rowPlace, toPage } from '../cursor';
import { route, type Route } from '../route';
import { rowParams } from '../rowParams';
import { pageOf, wholeList } from '../answers';

/** People, for admins. */
export function employeeRoutes(
  employees: Employees,
  { people, secondFactors }: Pick<Repositories, 'people' | 'secondFactors'>,
): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/employees',
      summary:
        'Employees, by letters of name, number, e-mail or team, by role, and whether they may sign in.',
      who: 'employees.manage',
      record: 'access',
      query: pageQuerySchema.extend(employeeFilterSchema.shape),
      answer: pageOf(employeeWithFactorSchema),
      handle: async ({ query: { cursor, limit, ...filter } }) => {
        const afterId = decodeCursor(rowPlace, cursor) ?? 0;
        const rows = await people.list({ ...filter, afterId, limit: limit + 1 });
        const owners = await secondFactors.ownersAmong(rows.map(({ id }) => id));
        return toPage(rows, limit, {
          place: (row) => row.id,
          item: (row) => ({ ...toEmployeeDto(row), secondFactor: owners.has(row.id) }),
        });
      },
    }),
    route({
      method: 'post',
      path: '/api/employees',
      summary: 'Register an employee; without a password a temporary one is answered once.',
      who: 'employees.manage',
      record: 'employee.register',
      status: 201,
      body: createEmployeeSchema,
      answer: registeredEmployeeSchema,
      problems: ['already_exists', 'password_guessable'],
      handle: async ({ actor, body }) => employees.register(body, actor),
    }),
    route({
      method: 'get',
      path: '/api/employees/:id',
      summary: 'One employee.',
      who: 'employees.manage',
      record: 'access',
      params: rowParams,
      answer: employeeWithFactorSchema,
      handle: async ({ params: { id } }) => {
        const person = await people.findById(id);
        if (!person) throw new AppError('not_found');
        const owners = await secondFactors.ownersAmong([id]);
        return { ...toEmployeeDto(person), secondFactor: owners.has(id) };
      },
    }),
    route({
      method: 'patch',
      path: '/api/employees/:id',
      summary: 'Change or deactivate an employee; a new password or deactivation ends the open sessions.',
      who: 'employees.manage',
      record: 'employee.change',
      params: rowParams,
      body: updateEmployeeSchema,
      answer: employeeDtoSchema,
      problems: ['already_exists', 'last_admin', 'password_guessable'],
      handle: async ({ actor, params: { id }, body }) => employees.change(id, body, actor),
    }),
    route({
      method: 'get',
      path: '/api/permissions',
      summary: 'Every right there is, with the roles that have it by nature.',
      who: 'employees.manage',
      record: 'access',
      answer: wholeList(permissionDtoSchema),
      handle: async (): Promise<{ items: PermissionDto[]; nextCursor: null }> => ({
        items: permissions.map((permission) => ({ permission, roles: rolesWith(permission) })),
        nextCursor: null,
      }),
    }),
    route({
      method: 'put',
      path: '/api/employees/:id/permissions',
      summary: 'Set the rights an employee has beyond those of the role.',
      who: 'employees.manage',
      record: 'employee.permissions',
      params: rowParams,
      body: setPermissionsSchema,
      answer: employeeDtoSchema,
      problems: ['last_admin'],
      handle: async ({ actor, params: { id }, body }) =>
        employees.setPermissions(id, body.permissions, actor),
    }),
  ];
}
