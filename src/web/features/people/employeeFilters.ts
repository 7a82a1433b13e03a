/** The filters of the list of employees, by their names in the API and in the address. */
export const employeeFilterNames = ['q', 'role', 'active'] as const;
export type EmployeeFilters = Record<(typeof employeeFilterNames)[number], string>;

export function readEmployeeFilters(parameters: URLSearchParams): EmployeeFilters {
  const [q, role, active] = employeeFilterNames.map((name) => parameters.get(name) ?? '');
  return { q: q!, role: role!, active: active! };
}
