import type { FigureFilters, FigureRequest, InteractionsQuery, SalesQuery } from '../figureQuery';
import type { Period } from '../period/calendar';

/** What a question that is offered is to ask for: the part of a query by which it is worded. */
export interface MeantFigures {
  subject: FigureRequest['subject'];
  /** Its main figure. */
  metric: string;
  dimensions: string[];
  /** Not given: the usual one of such a question. */
  period?: Period;
  filters: FigureFilters;
  mine: boolean;
  compare?: 'lastYear';
  /** So many groups, the largest first. */
  limit?: number;
  /** The contacts themselves. */
  list?: boolean;
}

/** Whether a query asks for what was meant: the same figure of the same rows and days. */
export function asksFor(query: SalesQuery | InteractionsQuery, meant: MeantFigures): boolean {
  const isList = 'list' in query && query.list === true;
  if (isList !== (meant.list ?? false)) return false;
  return (
    (isList || (query.metrics as string[]).includes(meant.metric)) &&
    isSame(query.dimensions ?? [], meant.dimensions) &&
    (meant.period === undefined ||
      (query.period.from === meant.period.from && query.period.to === meant.period.to)) &&
    query.compare === meant.compare &&
    (query.mine ?? false) === meant.mine &&
    (meant.limit === undefined || query.limit === meant.limit) &&
    isSame(entriesOf(query.filters ?? {}), entriesOf(meant.filters))
  );
}

/** Filters as one list, without those that are not set. */
function entriesOf(filters: FigureFilters): string[] {
  return Object.entries(filters).flatMap(([key, value]) =>
    value === undefined ? [] : [value].flat().map((entry) => `${key} ${String(entry)}`),
  );
}

function isSame(one: string[], other: string[]): boolean {
  return one.length === other.length && one.every((entry) => other.includes(entry));
}
