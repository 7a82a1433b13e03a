import type { FigureFilters } from '../figureQuery';
import type { InteractionDimension } from '../semanticModel/dimensions';
import type { Clues } from '../understand/readClues';
import type { Opening, PointedKind } from './readOpening';

type Whose = Pick<Clues, 'mine' | 'team' | 'company'>;
type Key = keyof FigureFilters;

/** What names a thing outright, and what only describes it: the one takes the place of the other. */
const kinds: Record<'customer' | 'product', { named: Key; described: Key[] }> = {
  customer: { named: 'customers', described: ['customerTypes', 'regions', 'grades'] },
  product: { named: 'products', described: ['therapeuticClasses', 'ingredients', 'reimbursed'] },
};
const filterOf: Record<PointedKind, Key> = {
  customer: 'customers',
  product: 'products',
  employee: 'employeeNos',
  team: 'teams',
};

/**
 * The conditions of a question that goes on from another one: a name takes the place of the name of the same kind, others
 * stay.
 */
export function carryFilters(
  before: Pick<Clues, 'filters'> & Whose,
  said: Clues,
  { narrows, widens }: Pick<Opening, 'narrows' | 'widens'>,
): { filters: FigureFilters } & Whose {
  const widenedFilters = widened(before.filters, widens);
  const saysWhose =
    said.mine ||
    said.team ||
    said.company ||
    said.filters.employeeNos !== undefined ||
    said.filters.teams !== undefined;
  const isWhoseOver = saysWhose || widens === 'employee' || widens === 'all';
  const over = [
    ...(isWhoseOver ? (['employeeNos', 'teams'] as const) : []),
    ...(narrows ? [] : Object.values(kinds).flatMap((kind) => replacedBy(said.filters, kind))),
  ];
  const kept = without(widenedFilters, over);
  const whose = isWhoseOver ? said : before;
  return {
    filters: { ...kept, ...said.filters },
    mine: whose.mine,
    team: whose.team,
    company: whose.company,
  };
}

/** Groups by what a single name is of would be one row: the name gives way ("한빛내과" → "거래처별로"). */
export function withoutGrouped(filters: FigureFilters, said: Clues): FigureFilters {
  const single = (Object.keys(filterOf) as PointedKind[]).filter((kind) => {
    const values = filters[filterOf[kind]];
    const isNew = said.filters[filterOf[kind]] !== undefined;
    return Array.isArray(values) && values.length === 1 && !isNew && said.groupings.includes(kind);
  });
  return without(
    filters,
    single.map((kind) => filterOf[kind]),
  );
}

/** Whether what a question points to ("그 거래처") was named before. */
export function isNamed(kind: PointedKind, { filters, mine }: Pick<Clues, 'filters' | 'mine'>): boolean {
  if (kind === 'employee' && mine) return true;
  const { named, described } = kinds[kind as keyof typeof kinds] ?? { named: filterOf[kind], described: [] };
  return [named, ...described].some((key) => filters[key] !== undefined);
}

/** Of "오세린이랑 비교하면?" both are wanted, side by side. */
export function besideEachOther(
  before: FigureFilters,
  said: FigureFilters,
): { filters: FigureFilters; dimension: InteractionDimension } | null {
  for (const [kind, key] of Object.entries(filterOf) as [PointedKind, Key][]) {
    const was = before[key];
    const is = said[key];
    if (Array.isArray(was) && Array.isArray(is))
      return { filters: { [key]: [...new Set<string>([...was, ...is])] }, dimension: kind };
  }
  return null;
}

/** Filters of a kind that end where another of it is named. */
function replacedBy(said: FigureFilters, { named, described }: { named: Key; described: Key[] }): Key[] {
  return [
    ...(said[named] === undefined ? [] : described),
    ...(described.some((key) => said[key] !== undefined) ? [named] : []),
  ];
}

function without(filters: FigureFilters, over: readonly Key[]): FigureFilters {
  return Object.fromEntries(Object.entries(filters).filter(([key]) => !over.includes(key as Key)));
}

function widened(filters: FigureFilters, widens: Opening['widens']): FigureFilters {
  if (widens === null) return { ...filters };
  if (widens === 'all') return {};
  const { named, described } = kinds[widens as keyof typeof kinds] ?? {
    named: filterOf[widens],
    described: [],
  };
  return without(filters, [named, ...described]);
}
