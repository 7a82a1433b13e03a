import { type EmployeeDto, updateEmployeeSchema } from '../../../shared/people';
import type { EmployeeChanges } from './peopleApi';

/** An employee as the form has one; the password is empty unless there is to be a new one. */
export type EmployeeValues = Pick<EmployeeDto, 'name' | 'email' | 'role' | 'active'> &
  Record<'team' | 'password', string>;

/** Emptied, a name or an e-mail address is not left as it was. */
export const employeeValuesSchema = updateEmployeeSchema.required({ name: true, email: true });

export function valuesOf({ name, email, team, role, active }: EmployeeDto): EmployeeValues {
  return { name, email, team: team ?? '', role, active, password: '' };
}

/** What the form changes of an employee. */
export function changesOf(employee: EmployeeDto, values: EmployeeValues): EmployeeChanges {
  const { password, ...before } = valuesOf(employee);
  const names = (Object.keys(before) as (keyof typeof before)[]).filter(
    (name) => values[name] !== before[name],
  );
  const changed: EmployeeChanges = Object.fromEntries(names.map((name) => [name, values[name]]));
  return {
    ...changed,
    ...(changed.team === '' ? { team: null } : {}),
    ...(values.password === password ? {} : { password: values.password }),
  };
}

/** Whether these changes end the sign-ins of the person. */
export function endsSessions({ password, active }: EmployeeChanges): boolean {
  return password !== undefined || active === false;
}
