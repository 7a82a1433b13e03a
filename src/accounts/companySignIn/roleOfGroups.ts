import { roles, type Role } from '../../shared/people';

/** The role that a person's groups give, of several the highest; null: none of them gives one. */
export function roleOfGroups(groups: readonly string[], groupRoles: Record<string, Role>): Role | null {
  const given = new Set(
    groups.filter((group) => Object.hasOwn(groupRoles, group)).map((group) => groupRoles[group]),
  );
  return roles.findLast((role) => given.has(role)) ?? null;
}
