import type { z } from 'zod';
import type {
  createEmployeeSchema,
  EmployeeDto,
  EmployeeWithFactorDto,
  Permission,
  PermissionDto,
  updateEmployeeSchema,
} from '../../../shared/people';
import type { Page } from '../../../shared/problem';
import type { Choice } from '../../components/searchSelect';
import { api } from '../../lib/api';
import { withQuery } from '../../lib/http';

export const employeesPath = '/api/employees';
/** Of everything read of employees. */
export const employeesKey = ['employees'] as const;
export const employeeKey = (id: string | number) => [...employeesKey, 'one', String(id)] as const;
export const permissionsKey = ['permissions'] as const;

/** A new employee; the password is there only when the server chose it, and only this once. */
export type CreatedEmployee = EmployeeDto & { temporaryPassword?: string };

export type EmployeeChanges = z.input<typeof updateEmployeeSchema>;

export function readEmployee(id: string): Promise<EmployeeWithFactorDto> {
  return api(`${employeesPath}/${id}`);
}

export function createEmployee(employee: z.input<typeof createEmployeeSchema>): Promise<CreatedEmployee> {
  return api(employeesPath, { method: 'POST', body: employee });
}

export function updateEmployee(id: number, change: EmployeeChanges): Promise<EmployeeDto> {
  return api(`${employeesPath}/${id}`, { method: 'PATCH', body: change });
}

/** Sets the rights beyond those of the role. */
export function setPermissions(id: number, permissions: Permission[]): Promise<EmployeeDto> {
  return api(`${employeesPath}/${id}/permissions`, { method: 'PUT', body: { permissions } });
}

export async function readPermissions(): Promise<PermissionDto[]> {
  const { items } = await api<Page<PermissionDto>>('/api/permissions');
  return items;
}

/** Active employees to choose from, each by its key. */
export async function findEmployees(letters: string): Promise<Choice[]> {
  const { items } = await api<Page<EmployeeDto>>(
    withQuery(employeesPath, { q: letters, active: 'true', limit: '20' }),
  );
  return items.map(({ id, name, employeeNo, team }) => ({
    value: String(id),
    label: [`${name} (${employeeNo})`, team].filter(Boolean).join(' · '),
  }));
}
