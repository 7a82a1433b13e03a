/** The filters of the list of turns, by their names in the API and in the address. */
export const filterNames = ['q', 'employeeNo', 'from', 'to', 'status'] as const;
export type TurnFilters = Partial<Record<(typeof filterNames)[number], string>>;

export function readFilters(parameters: URLSearchParams): TurnFilters {
  return withoutEmptyFilters(
    Object.fromEntries(filterNames.map((name) => [name, parameters.get(name) ?? ''])),
  );
}

export function withoutEmptyFilters(filters: TurnFilters): TurnFilters {
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value));
}
