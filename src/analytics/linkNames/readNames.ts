import type { ReaderQuery } from '../../storage/database/database';
import { compact, ignoredCharacters } from './nameForms';

/** A row that a text may name, with its other names. */
interface NamedRow {
  id: number;
  aliases: string[];
}

export interface CustomerRow extends NamedRow {
  code: string;
  name: string;
  region: string | null;
}

export interface ProductRow extends NamedRow {
  code: string;
  brand: string;
  ingredient: string;
  therapeuticClass: string;
}

export interface EmployeeRow extends NamedRow {
  employeeNo: string;
  name: string;
  team: string | null;
  visible: boolean;
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
 * preselected by the beginnings of their names, since a company has thousands of customers and a question names one. One
 * statement for all of it: each way to the database and back costs more than what it reads.
 */
export async function readNames(text: string, query: ReaderQuery): Promise<KnownNames> {
  const { rows } = await query(namesSql, [compact(text)]);
  const { aliases, customers, products, employees, teams, regions } = rows[0] as unknown as ReadAtOnce;
  const withAliases = <Row extends NamedRow>(kind: Alias['kind'], rows: Row[]) =>
    rows.map((row) => {
      const further = aliases.filter((alias) => alias.kind === kind && alias.id === row.id);
      return { ...row, aliases: [...row.aliases, ...further.map(({ alias }) => alias)] };
    });
  return {
    customers: withAliases('customer', customers),
    products: withAliases('product', products),
    employees: withAliases('employee', employees),
    teams,
    regions,
  };
}

/**
 * Reads the customers and people whose names are like words that nobody understood: that share two letters with one of
 * them, or begin its initials. Products are all there already.
 */
export async function readSimilarNames(
  words: string[],
  known: KnownNames,
  query: ReaderQuery,
): Promise<KnownNames> {
  const pattern = words.flatMap(similarTo).join('|');
  if (pattern === '') return known;
  const { rows } = await query(similarSql, [pattern, mostSimilar]);
  return { ...known, ...(rows[0] as Pick<KnownNames, 'customers' | 'employees'>) };
}

/** Rows that are compared letter by letter. */
const mostSimilar = 2000;

/** What a name contains that is like a word, as regular expressions: its pairs of letters, or syllables of its initials. */
function similarTo(word: string): string[] {
  const letters = Array.from(compact(word)).filter((letter) => /[가-힣ᄀ-ᄒ]/u.test(letter));
  if (/[ᄀ-ᄒ]/u.test(word)) return letters.length >= 3 ? [letters.map(syllablesWith).join('')] : [];
  return letters.slice(1).map((letter, at) => letters[at]! + letter);
}

/** `[하-힣]` for ㅎ. */
function syllablesWith(letter: string): string {
  const first = 0xac00 + (letter.charCodeAt(0) - 0x1100) * 588;
  return `[${String.fromCharCode(first)}-${String.fromCharCode(first + 587)}]`;
}

const similarSql = `WITH customer AS (
  SELECT id, code, name, region, aliases FROM customers
  WHERE ${isLike('name')} OR EXISTS (SELECT FROM unnest(aliases) AS alias WHERE ${isLike('alias')})
  ORDER BY id LIMIT $2
), employee AS (
  SELECT id, employee_no AS "employeeNo", name, team, '{}'::text[] AS aliases,
    (SELECT app.sees_all_figures()) OR id = ANY ((SELECT app.visible_employees())::integer[]) AS visible
  FROM employees WHERE ${isLike('name')} ORDER BY id LIMIT $2
) SELECT ${rowsOf({ customers: 'customer', employees: 'employee' })}`;

/** Whether a name contains what the regular expression `$1` describes. */
function isLike(column: string): string {
  return `translate(lower(${column}), '${ignoredCharacters}', '') ~ $1`;
}

interface Alias {
  kind: 'customer' | 'product' | 'employee';
  id: number;
  alias: string;
}

interface ReadAtOnce extends KnownNames {
  aliases: Alias[];
}

const namesSql = `WITH aliased AS (
  SELECT kind, entity_id AS id, alias FROM entity_aliases WHERE ${mayBeIn('alias')}
), customer AS (
  SELECT id, code, name, region, aliases FROM customers
  WHERE ${mayBeIn('name')} OR strpos($1, lower(code)) > 0
    OR id IN (SELECT aliased.id FROM aliased WHERE kind = 'customer')
    OR EXISTS (SELECT FROM unnest(aliases) AS alias WHERE ${mayBeIn('alias')})
), product AS (
  -- All of them: a question may name an ingredient or class, and there are few.
  SELECT id, code, brand, ingredient, therapeutic_class AS "therapeuticClass", '{}'::text[] AS aliases FROM products
), employee AS (
  SELECT id, employee_no AS "employeeNo", name, team, '{}'::text[] AS aliases,
    (SELECT app.sees_all_figures()) OR id = ANY ((SELECT app.visible_employees())::integer[]) AS visible
  FROM employees
  WHERE ${mayBeIn('name')} OR strpos($1, lower(employee_no)) > 0
    OR id IN (SELECT aliased.id FROM aliased WHERE kind = 'employee')
) SELECT ${rowsOf({ aliases: 'aliased', customers: 'customer', products: 'product', employees: 'employee' })},
  ARRAY(SELECT DISTINCT team FROM employees WHERE team IS NOT NULL) AS teams,
  ARRAY(SELECT DISTINCT region FROM customers WHERE region IS NOT NULL) AS regions`;

/** Whether the text `$1` has the beginning of a name. */
function mayBeIn(column: string): string {
  return `strpos($1, left(translate(lower(${column}), '${ignoredCharacters}', ''), ${beginning})) > 0`;
}

/** The rows of named subqueries, each as a column of one row. */
function rowsOf(subqueries: Record<string, string>): string {
  return Object.entries(subqueries)
    .map(([column, from]) => `(SELECT coalesce(json_agg(${from}), '[]') FROM ${from}) AS ${column}`)
    .join(', ');
}
