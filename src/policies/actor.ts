import type { Permission, Role } from '../shared/people';

/** The person a request, a socket event or a tool acts for. */
export interface Actor {
  id: number;
  employeeNo: string;
  name: string;
  email: string;
  role: Role;
  team: string | null;
  /** Every right in force: those of the role and those given beyond. */
  permissions: ReadonlySet<Permission>;
  /** The key by which a program acts for the person; undefined: the person has signed in. */
  apiKeyId?: string;
  /** The role demands a second factor of whoever signs in here, and there is none yet: no rights until there is. */
  owesSecondFactor?: true;
}
