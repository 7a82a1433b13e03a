import type { z } from 'zod';
import type { CustomerDto } from '../../../shared/customers';
import type { AssignmentDto, createAssignmentSchema, EmployeeNameDto } from '../../../shared/people';
import type { Page } from '../../../shared/problem';
import type { Choice } from '../../components/searchSelect';
import { api, apiCommand } from '../../lib/api';
import { withQuery } from '../../lib/http';

export const assignmentsPath = '/api/assignments';
/** Of everything read of assignments. */
export const assignmentsKey = ['assignments'] as const;
export const assignableKey = ['assignable'] as const;
export const customersKey = ['customers'] as const;

export function createAssignment(assignment: z.input<typeof createAssignmentSchema>): Promise<AssignmentDto> {
  return api(assignmentsPath, { method: 'POST', body: assignment });
}

/** @param validTo last day that counts (KST); null: open. */
export function endAssignment(id: number, validTo: string | null): Promise<AssignmentDto> {
  return api(`${assignmentsPath}/${id}`, { method: 'PATCH', body: { validTo } });
}

export function deleteAssignment(id: number): Promise<void> {
  return apiCommand(`${assignmentsPath}/${id}`, { method: 'DELETE' });
}

/** Choices shown at once: whoever sees none that is meant writes more letters. */
const limit = '20';

/** Employees a customer can be given to, by their numbers. */
export async function findAssignable(letters: string): Promise<Choice[]> {
  const { items } = await api<Page<EmployeeNameDto>>(
    withQuery(`${assignmentsPath}/employees`, { q: letters, limit }),
  );
  return items.map(({ employeeNo, name, team }) => ({
    value: employeeNo,
    label: [`${name} (${employeeNo})`, team].filter(Boolean).join(' · '),
  }));
}

/** Customers by their codes. */
export async function findCustomers(letters: string): Promise<Choice[]> {
  const { items } = await api<Page<CustomerDto>>(withQuery('/api/customers', { q: letters, limit }));
  return items.map(({ code, name, region }) => ({
    value: code,
    label: [`${name} (${code})`, region].filter(Boolean).join(' · '),
  }));
}
