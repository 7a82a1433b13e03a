import type { z } from 'zod';
import type { createEmployeeSchema, EmployeeDto, updateEmployeeSchema } from '../../../shared/people';
import { api } from '../../lib/api';

export const employeesPath = '/api/employees';
export const employeesKey = ['employees'] as const;

/** A new employee; the password is there only when the server chose it, and only this once. */
export type CreatedEmployee = EmployeeDto & { temporaryPassword?: string };

export function createEmployee(employee: z.input<typeof createEmployeeSchema>): Promise<CreatedEmployee> {
  return api(employeesPath, { method: 'POST', body: employee });
}

export function updateEmployee(
  id: number,
  change: z.input<typeof updateEmployeeSchema>,
): Promise<EmployeeDto> {
  return api(`${employeesPath}/${id}`, { method: 'PATCH', body: change });
}
