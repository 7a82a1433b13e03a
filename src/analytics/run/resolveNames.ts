import type { ReaderQuery } from '../../storage/database/database';
import type { FigureFilters } from '../figureQuery';
import type { AmbiguousName, LinkedNames } from '../linkNames/linkedNames';
import { linkNames } from '../linkNames/linkNames';

/** Filters as the compiler takes them, with the names behind the codes. */
export interface ResolvedFilters {
  filters: FigureFilters;
  /** Names to show, by filter. */
  shown: Partial<Record<keyof FigureFilters, string[]>>;
  /** People and teams asked for whose figures the reader may not see; their filters are left out. */
  hidden: string[];
}

/** A name that is not known to the reader, or means several. */
export type NameProblem = { unknown: string } | { ambiguous: AmbiguousName };

type Coded = 'employeeNos' | 'customers' | 'products';

/** Turns the names in filters into codes, and leaves out the people and teams the reader may not see. */
export async function resolveNames(
  filters: FigureFilters,
  query: ReaderQuery,
): Promise<ResolvedFilters | NameProblem> {
  const resolved: ResolvedFilters = { filters: { ...filters }, shown: {}, hidden: [] };
  for (const key of ['employeeNos', 'customers', 'products'] as const) {
    const wanted = filters[key];
    if (!wanted) continue;
    const known = await readCoded(key, wanted, query);
    const problem = await addByName(key, wanted, known, query);
    if (problem) return problem;
    take(resolved, key, known);
  }
  return (await takeTeams(resolved, query)) ?? resolved;
}

interface Known {
  code: string;
  name: string;
  visible: boolean;
}

const tables: Record<Coded, string> = {
  employeeNos: `SELECT employee_no AS code, name,
    (SELECT app.sees_all_figures()) OR id = ANY ((SELECT app.visible_employees())::integer[]) AS visible
    FROM employees WHERE employee_no = ANY ($1)`,
  customers: 'SELECT code, name, true AS visible FROM customers WHERE code = ANY ($1)',
  products: 'SELECT code, brand AS name, true AS visible FROM products WHERE code = ANY ($1)',
};

async function readCoded(key: Coded, codes: string[], query: ReaderQuery): Promise<Known[]> {
  const { rows } = await query(`${tables[key]} ORDER BY code`, [codes]);
  return rows as unknown as Known[];
}

/** What is no code is a name, as a person would write it. */
async function addByName(
  key: Coded,
  wanted: string[],
  known: Known[],
  query: ReaderQuery,
): Promise<NameProblem | null> {
  const codes = new Set(known.map(({ code }) => code));
  for (const name of wanted.filter((code) => !codes.has(code))) {
    const names = await linkNames(name, query);
    const ambiguous = names.ambiguous[0];
    if (ambiguous) return { ambiguous };
    const found = namedBy(key, names);
    if (found.length === 0) return { unknown: name };
    known.push(...found);
  }
  return null;
}

function namedBy(key: Coded, { customers, products, employees }: LinkedNames): Known[] {
  if (key === 'employeeNos') return employees;
  return (key === 'customers' ? customers : products).map(({ code, name }) => ({
    code,
    name,
    visible: true,
  }));
}

function take(resolved: ResolvedFilters, key: Coded, known: Known[]): void {
  const visible = known.filter((entry) => entry.visible);
  resolved.hidden.push(...known.filter((entry) => !entry.visible).map(({ name }) => name));
  resolved.filters[key] = visible.length > 0 ? visible.map(({ code }) => code) : undefined;
  resolved.shown[key] = visible.map(({ name }) => name);
}

async function takeTeams(resolved: ResolvedFilters, query: ReaderQuery): Promise<NameProblem | null> {
  const { teams } = resolved.filters;
  if (!teams) return null;
  const { rows } = await query(
    `SELECT team, bool_and((SELECT app.sees_all_figures()) OR id = ANY ((SELECT app.visible_employees())::integer[]))
       AS visible FROM employees WHERE team = ANY ($1) GROUP BY team`,
    [teams],
  );
  const unknown = teams.find((team) => !rows.some((row) => row.team === team));
  if (unknown) return { unknown };
  const visible = teams.filter((team) => rows.some((row) => row.team === team && row.visible));
  resolved.hidden.push(...teams.filter((team) => !visible.includes(team)));
  resolved.filters.teams = visible.length > 0 ? visible : undefined;
  return null;
}
