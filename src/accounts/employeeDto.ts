import type { EmployeeRecord } from '../repositories/people';
import type { EmployeeDto } from '../shared/people';

/** A person as the API shows one. */
export function toEmployeeDto(person: EmployeeRecord): EmployeeDto {
  const { id, employeeNo, name, email, role, team, extraPermissions, active } = person;
  return {
    id,
    employeeNo,
    name,
    email,
    role,
    team,
    extraPermissions,
    active,
    createdAt: person.createdAt.toISOString(),
  };
}
