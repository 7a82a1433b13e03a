import type { FlagFilter } from '../../../shared/review';

/** The filters of the queue, by their names in the API and in the address. */
const filterNames = ['status', 'kind', 'ruleId', 'assignee', 'mine'] as const satisfies (keyof FlagFilter)[];
export type ReviewFilters = Partial<Record<(typeof filterNames)[number], string>>;

export function readFilters(parameters: URLSearchParams): ReviewFilters {
  const given = filterNames.map((name) => [name, parameters.get(name) ?? ''] as const);
  return Object.fromEntries(given.filter(([, value]) => value));
}
