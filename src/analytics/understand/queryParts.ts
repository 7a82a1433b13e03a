import type { Role } from '../../shared/people';
import type { FigureFilters, FigureQuery, Threshold } from '../figureQuery';
import { daysBetween, type Day, type Period } from '../period/calendar';
import {
  isCustomerDimension,
  isTimeDimension,
  type CustomerDimension,
  type InteractionDimension,
  type TimeDimension,
} from '../semanticModel/dimensions';
import { defaultPeriod, lastVisitPeriod } from './defaultPeriod';
import type { Clues } from './readClues';
import { periodBefore } from './readTimes';
import type { Bound } from './readThresholds';

/** Who asks. */
export interface Person {
  role: Role;
  team: string | null;
}

/** Days up to which a development is shown by week, and by day. */
const longestByWeek = 70;
const longestByDay = 16;

/** What figures are grouped by: what is asked outright, else the noun that a ranking, a bound or a choice is of. */
export function dimensionsOf(clues: Clues): InteractionDimension[] {
  const { groupings, subject, ranking, trend, times, filters } = clues;
  const dimensions = [...groupings];
  const isChoice = isChoiceOf(clues);
  const isGrouped = dimensions.some((key) => isTimeDimension(key) === isTimeDimension(subject?.key ?? ''));
  if (subject && isChoice && !isGrouped) dimensions.push(subject.key);
  if (dimensions.length === 0 && isChoice && (ranking || clues.bounds.length > 0)) {
    dimensions.push(ranking?.of ?? (filters.customers ? 'product' : 'customer'));
  }
  if (!dimensions.some(isTimeDimension)) {
    if (times.dimension) dimensions.push(times.dimension);
    else if (trend) dimensions.push(trendStep(times.period));
  }
  return dimensions.slice(0, 3);
}

/** What customers without a visit or a sale are counted by: "팀원별 미방문 거래처"; nothing where they are to be listed. */
export function countedBy({ groupings }: Clues): CustomerDimension[] {
  return groupings.filter(isCustomerDimension).filter((key) => key !== 'customer');
}

/** Whether a noun such as 거래처 says which groups are wanted, and not just what figures are about. */
function isChoiceOf({ ranking, bounds, change, idle, subject, groupings }: Clues): boolean {
  if (ranking !== null || idle !== null) return true;
  if (bounds.length > 0 || change !== null) return groupings.length === 0;
  return groupings.length === 0 && (subject?.isChosen ?? false);
}

function trendStep(period: Period | undefined): TimeDimension {
  const days = period ? daysBetween(period.from, period.to) + 1 : Infinity;
  if (days <= longestByDay) return 'day';
  return days <= longestByWeek ? 'week' : 'month';
}

/** The period asked for, else the usual one. */
export function periodOf({ times, ever }: Clues, dimensions: InteractionDimension[], today: Day): Period {
  if (!times.period && ever) return lastVisitPeriod(today);
  return times.period ?? defaultPeriod(today, dimensions.find(isTimeDimension));
}

/** What figures are compared with: what was named; else, where growth is asked for, the time before. */
export function comparisonOf(
  { times, growth, change }: Clues,
  period: Period,
  dimensions: InteractionDimension[],
) {
  if (times.compare) return times.compare;
  if (!growth && !change) return undefined;
  if (dimensions.some(isTimeDimension)) return 'previous';
  return times.period ? periodBefore({ ...times, period }) : 'previous';
}

/** Whose and which rows. A manager's own figures are the team's; a team or person that was named goes before "my". */
export function rowsOf(clues: Clues, { role, team }: Person): { filters?: FigureFilters; mine?: boolean } {
  const { filters } = clues;
  const isNamed = filters.employeeNos !== undefined || filters.teams !== undefined;
  const isTeam =
    !isNamed &&
    team !== null &&
    (role === 'rep' || role === 'manager') &&
    (clues.team || (clues.mine && role === 'manager'));
  const all = isTeam ? { ...filters, teams: [team] } : filters;
  const mine = clues.mine && !isTeam && !isNamed;
  return { ...(Object.keys(all).length > 0 ? { filters: all } : {}), ...(mine ? { mine } : {}) };
}

/** The bounds as thresholds on measures; of a decrease they lie below zero. */
export function toThresholds(
  bounds: Bound[],
  isDecrease: boolean,
  measureOf: (bound: Bound) => string | undefined,
): Threshold[] {
  return bounds.flatMap((bound) => {
    const measure = measureOf(bound);
    if (!measure) return [];
    const { unit: _, ...sides } = bound;
    return [{ measure, ...(isDecrease ? mirrored(sides) : sides) }];
  });
}

function mirrored({ atLeast, above, atMost, below }: Omit<Bound, 'unit'>): Omit<Bound, 'unit'> {
  const negative = (value: number | undefined) => (value === undefined ? undefined : -value);
  const sides = {
    atMost: negative(atLeast),
    below: negative(above),
    atLeast: negative(atMost),
    above: negative(below),
  };
  return Object.fromEntries(Object.entries(sides).filter(([, value]) => value !== undefined));
}

/** Order and number of a ranking by a measure. */
export function rankingOf({ ranking, change }: Clues, measure: string): Pick<FigureQuery, 'order' | 'limit'> {
  if (!ranking)
    return measure === 'change'
      ? { order: { by: measure, direction: change === 'down' ? 'asc' : 'desc' } }
      : {};
  const direction = change === 'down' && ranking.direction === 'desc' ? 'asc' : ranking.direction;
  return {
    order: { by: measure, direction },
    ...(ranking.limit === undefined ? {} : { limit: ranking.limit }),
  };
}
