import { roles, type Permission, type Role } from '../shared/people';
import { AppError } from '../errors';
import type { Actor } from './actor';

/** What each role may do by nature. The database repeats `figures.all` in app.sees_all_figures(). */
export const rolePermissions: Record<Role, readonly Permission[]> = {
  rep: ['chat.use'],
  manager: ['chat.use'],
  analyst: ['chat.use', 'audit.read', 'audit.review', 'queries.verify', 'figures.all', 'sql.view'],
  admin: [
    'chat.use',
    'documents.manage',
    'employees.manage',
    'assignments.manage',
    'data.import',
    'migrations.run',
    'prompts.manage',
    'system.view',
    'queries.verify',
    'figures.all',
    'sql.view',
  ],
};

/** Every right in force for a role with the rights given beyond it. */
export function permissionsOf(role: Role, extra: readonly Permission[]): Set<Permission> {
  return new Set([...rolePermissions[role], ...extra]);
}

/** Whether a person may do something; asked by routes, sockets and tools alike. */
export function may(actor: Actor, permission: Permission): boolean {
  return actor.permissions.has(permission);
}

/** The roles that have a right by nature. */
export function rolesWith(permission: Permission): Role[] {
  return roles.filter((role) => rolePermissions[role].includes(permission));
}

/** @throws AppError `forbidden` */
export function demand(actor: Actor, permission: Permission): void {
  if (!may(actor, permission)) throw new AppError('forbidden');
}

/** Whether a person may see what all people together use of the chat: who looks after them, and who audits them. */
export function seesUsageOfAll(actor: Actor): boolean {
  return may(actor, 'employees.manage') || may(actor, 'audit.read');
}
