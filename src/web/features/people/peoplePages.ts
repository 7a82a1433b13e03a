import type { Permission } from '../../../shared/people';

/** The pages around people and what they look after and are called, each with the right it needs. */
export const peoplePages = [
  { name: 'employees', to: '/people', permission: 'employees.manage' },
  { name: 'permissions', to: '/people/permissions', permission: 'employees.manage' },
  { name: 'assignments', to: '/assignments', permission: 'assignments.manage' },
  { name: 'aliases', to: '/aliases', permission: 'data.import' },
] as const satisfies { name: string; to: string; permission: Permission }[];
