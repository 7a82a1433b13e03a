import type { ReaderQuery } from '../../storage/database/database';
import { compact, ignoredCharacters } from './nameForms';

/** A row that a text may name, with its other names. */
export interface CustomerRow {
  id: number;
  code: string;
  name: string;
  region: string | null;
  aliases: string[];
}

export interface ProductRow {
  id: number;
  code: string;
  brand: string;
  ingredient: string;
  therapeuticClass: string;
  aliases: string[];
}

export interface EmployeeRow {
  id: number;
  employeeNo: string;
  name: string;
  team: string | null;
  visible: boolean;
  aliases: string[];
}

/** What the reader knows that a text might name. */
export interface KnownNames {
  customers: CustomerRow[];
  products: ProductRow[];
  employees: EmployeeRow[];
  teams: string[];
  regions: string[];
}

/** Letters by which rows are preselected: fewer would let everything through, more would lose short names. */
const beginning = 2;

/**
 * Reads what may be named in a text, as the reader: customers that the reader does not know are not there. Rows are
 * preselected by the beginnings of their names, since a company has thousands of customers and a question names one.
 */
export async function readNames(text: string, query: ReaderQuery): Promise<KnownNames> {
  const letters = compact(text);
  const aliases = await query(
    `SELECT kind, entity_id AS "id", alias FROM entity_aliases WHERE ${mayBeIn('alias', '$1')}`,
    [letters],
  );
  const aliasesOf = (kind: string) => aliases.rows.filter((row) => row.kind === kind) as unknown as Alias[];
  const withAliases = async <Row extends { id: number; aliases: string[] }>(kind: string, sql: string) => {
    const known = aliasesOf(kind);
    const { rows } = await query(sql, [letters, known.map(({ id }) => id)]);
    return (rows as unknown as Row[]).map((row) => ({
      ...row,
      aliases: [...row.aliases, ...known.filter(({ id }) => id === row.id).map(({ alias }) => alias)],
    }));
  };
  return {
    customers: await withAliases<CustomerRow>('customer', customersSql),
    products: await withAliases<ProductRow>('product', productsSql),
    employees: await withAliases<EmployeeRow>('employee', employeesSql),
    teams: await values(query, 'SELECT DISTINCT team AS value FROM employees WHERE team IS NOT NULL'),
    regions: await values(query, 'SELECT DISTINCT region AS value FROM customers WHERE region IS NOT NULL'),
  };
}

interface Alias {
  id: number;
  alias: string;
}

const customersSql = `SELECT id, code, name, region, aliases FROM customers
WHERE ${mayBeIn('name', '$1')} OR strpos($1, code) > 0 OR id = ANY ($2)
  OR EXISTS (SELECT FROM unnest(aliases) AS alias WHERE ${mayBeIn('alias', '$1')})`;

/** All of them: a question may name an ingredient or class, and there are few. */
const productsSql = `SELECT id, code, brand, ingredient, therapeutic_class AS "therapeuticClass", '{}'::text[] AS aliases
FROM products WHERE strpos($1, code) >= 0 OR id = ANY ($2)`;

const employeesSql = `SELECT id, employee_no AS "employeeNo", name, team, '{}'::text[] AS aliases,
  (SELECT app.sees_all_figures()) OR id = ANY ((SELECT app.visible_employees())::integer[]) AS visible
FROM employees WHERE ${mayBeIn('name', '$1')} OR strpos($1, lower(employee_no)) > 0 OR id = ANY ($2)`;

function mayBeIn(column: string, text: string): string {
  return `strpos(${text}, left(translate(lower(${column}), '${ignoredCharacters}', ''), ${beginning})) > 0`;
}

async function values(query: ReaderQuery, sql: string): Promise<string[]> {
  const { rows } = await query(sql);
  return rows.map(({ value }) => String(value));
}
