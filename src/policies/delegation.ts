import { roles, type Permission, type Role } from '../shared/people';
import type { Actor } from './actor';
import { permissionsOf } from './permissions';

/** A person as far as it matters who may look after the account. */
interface LookedAfter {
  id: number;
  role: Role;
  team: string | null;
  extraPermissions: Permission[];
}

/**
 * Whether somebody who was given `team.manage` may look after a person: of the own team, not the own account, with no role above
 * the own and no right the other has not, since whoever sets a password can use the account.
 */
export function mayLookAfter(actor: Actor, person: LookedAfter): boolean {
  const isTeammate = actor.team !== null && person.team === actor.team && person.id !== actor.id;
  const isAbove = roles.indexOf(person.role) > roles.indexOf(actor.role);
  const rights = [...permissionsOf(person.role, person.extraPermissions)];
  return isTeammate && !isAbove && rights.every((right) => actor.permissions.has(right));
}
