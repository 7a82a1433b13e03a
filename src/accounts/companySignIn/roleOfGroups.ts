import type { Role } from '../../shared/people';

/** Whoever is in several groups gets the role that stands first here. */
const highestFirst: readonly Role[] = ['admin', 'analyst', 'manager', 'rep'];

/** The role that a person's groups give; null: none of them gives one. */
export function roleOfGroups(groups: readonly string[], groupRoles: Record<string, Role>): Role | null {
  const given = new Set(
    groups.filter((group) => Object.hasOwn(groupRoles, group)).map((group) => groupRoles[group]),
  );
  return highestFirst.find((role) => given.has(role)) ?? null;
}
