import type { z } from 'zod';
import type { AssignmentDto, createAssignmentSchema } from '../../../shared/people';
import type { Page } from '../../../shared/problem';
import type {
  changeTeamPersonSchema,
  NewPasswordDto,
  TeamCustomerDto,
  TeamPersonDto,
} from '../../../shared/team';
import type { Choice } from '../../components/searchSelect';
import { api } from '../../lib/api';
import { withQuery } from '../../lib/http';
import { assignableKey, assignmentsKey, customersKey } from '../assignments/assignmentsApi';

export const teamPeoplePath = '/api/team/people';
export const teamAssignmentsPath = '/api/team/assignments';
/** Of everything read of the people of the team. */
export const teamKey = ['team'] as const;
export const teamAssignmentsKey = [...assignmentsKey, 'team'] as const;

export function changeTeamPerson(
  id: number,
  changes: z.input<typeof changeTeamPersonSchema>,
): Promise<TeamPersonDto> {
  return api(`${teamPeoplePath}/${id}`, { method: 'PATCH', body: changes });
}

/** Makes a new password, which is told this once. */
export function resetTeamPassword(id: number): Promise<NewPasswordDto> {
  return api(`${teamPeoplePath}/${id}/password`, { method: 'POST' });
}

/** @param validTo last day that counts (KST); null: open. */
export function endTeamAssignment(id: number, validTo: string | null): Promise<AssignmentDto> {
  return api(`${teamAssignmentsPath}/${id}`, { method: 'PATCH', body: { validTo } });
}

/** Choices shown at once: whoever sees none that is meant writes more letters. */
const limit = '20';

async function findTeammates(letters: string): Promise<Choice[]> {
  const { items } = await api<Page<TeamPersonDto>>(withQuery(teamPeoplePath, { q: letters, limit }));
  return items
    .filter(({ active, mayChange }) => active && mayChange)
    .map(({ employeeNo, name }) => ({ value: employeeNo, label: `${name} (${employeeNo})` }));
}

async function findTeamCustomers(letters: string): Promise<Choice[]> {
  const { items } = await api<Page<TeamCustomerDto>>(withQuery('/api/team/customers', { q: letters, limit }));
  return items.map(({ code, name }) => ({ value: code, label: `${name} (${code})` }));
}

/** What an assignment within the team is made of. */
export const withinTeam = {
  create: (assignment: z.input<typeof createAssignmentSchema>): Promise<AssignmentDto> =>
    api(teamAssignmentsPath, { method: 'POST', body: assignment }),
  employees: { queryKey: [...assignableKey, 'team'], find: findTeammates },
  customers: { queryKey: [...customersKey, 'team'], find: findTeamCustomers },
};
