import { turnFilterSchema } from '../../../shared/audit';

/** The filters of the list of turns, by their names in the API and in the address. */
export const filterNames = turnFilterSchema.keyof().options;
export type TurnFilters = Partial<Record<(typeof filterNames)[number], string>>;

/** Those that everybody sees; the others fold. */
const plainNames: readonly string[] = ['q', 'employeeNo', 'from', 'to', 'status'];

export function readFilters(parameters: URLSearchParams): TurnFilters {
  return withoutEmptyFilters(
    Object.fromEntries(filterNames.map((name) => [name, parameters.get(name) ?? ''])),
  );
}

/** Those that are set, as texts. */
export function withoutEmptyFilters(
  filters: Record<string, string | number | null | undefined>,
): TurnFilters {
  return Object.fromEntries(
    Object.entries(filters).flatMap(([name, value]) =>
      value === '' || value === null || value === undefined ? [] : [[name, String(value)]],
    ),
  );
}

/** How many filters are set that fold. */
export function countFolded(filters: TurnFilters): number {
  return Object.keys(filters).filter((name) => !plainNames.includes(name)).length;
}
