import { curatedViews } from './curatedViews';
import { valueOf } from './expressionValue';
import type { OutputColumn, Source, Sources } from './outputColumn';
import { nodeOf, nodesOf, wordsOf, type Fields, type TreeNode } from './parseTree';

type Tables = ReadonlyMap<string, OutputColumn[]>;

/**
 * The columns of a checked SELECT: how large their values may become and what they measure, followed through subqueries
 * and common table expressions by name. Two columns of one name count as the larger one.
 * @throws Refused when a value may grow beyond all bounds.
 */
export function outputColumns(
  select: Fields,
  tables: Tables = new Map(),
  outer: Sources = [],
): OutputColumn[] {
  const known = withTables(select, tables, outer);
  if (select.larg) {
    const [left, right] = [select.larg, select.rarg].map((side) =>
      outputColumns(side as Fields, known, outer),
    );
    return left!.map((column, at) => merged(column, right![at] ?? column));
  }
  if (select.valuesLists) return valuesColumns(select, known, outer);
  const here = nodesOf(select.fromClause).reduce<Source[]>(
    // A lateral item reads those before it.
    (before, item) => [...before, ...sourcesOf(item, known, [before, ...outer])],
    [],
  );
  const sources = [here, ...outer];
  const look = (inner: Fields) => outputColumns(inner, known, sources);
  for (const clause of lookedAt) for (const node of nodesOf(select[clause])) valueOf(node, sources, look);
  return nodesOf(select.targetList).flatMap(({ fields }) => {
    const [node] = nodesOf(fields.val);
    const star = node && starOf(node, here);
    if (star) return star;
    return [{ name: (fields.name as string | undefined) ?? nameOf(node), ...valueOf(node, sources, look) }];
  });
}

/** Clauses whose values are not shown, and may grow all the same. */
const lookedAt = [
  'distinctClause',
  'whereClause',
  'groupClause',
  'havingClause',
  'windowClause',
  'sortClause',
  'limitOffset',
  'limitCount',
] as const;

function withTables(select: Fields, tables: Tables, outer: Sources): Tables {
  const known = new Map(tables);
  for (const { fields } of nodesOf((select.withClause as Fields | undefined)?.ctes)) {
    const columns = outputColumns(nodeOf(fields.ctequery)!.fields, known, outer);
    known.set(fields.ctename as string, renamed(columns, wordsOf(fields.aliascolnames)));
  }
  return known;
}

function valuesColumns(select: Fields, tables: Tables, outer: Sources): OutputColumn[] {
  const look = (inner: Fields) => outputColumns(inner, tables, outer);
  const rows = rowsOf(select.valuesLists).map((row) => row.map((node) => valueOf(node, outer, look)));
  return (rows[0] ?? []).map((_, at) => ({
    name: `column${at + 1}`,
    width: Math.max(...rows.map((row) => row[at]?.width ?? 0)),
  }));
}

/** Rows of VALUES, which are lists in a list. */
function rowsOf(lists: unknown): TreeNode[][] {
  return (lists as unknown[]).map((row) => nodesOf(row));
}

function sourcesOf({ type, fields }: TreeNode, tables: Tables, outer: Sources): Source[] {
  const alias = fields.alias as Fields | undefined;
  const named = (name: string, columns: OutputColumn[]): Source => ({
    name: (alias?.aliasname as string | undefined) ?? name,
    columns: renamed(columns, wordsOf(alias?.colnames)),
  });
  if (type === 'RangeVar') {
    const name = fields.relname as string;
    const isTable = fields.schemaname === undefined && tables.has(name);
    return [named(name, isTable ? tables.get(name)! : viewColumns(name))];
  }
  if (type === 'RangeSubselect')
    return [named('', outputColumns(nodeOf(fields.subquery)!.fields, tables, outer))];
  if (type === 'RangeFunction') {
    const look = (inner: Fields) => outputColumns(inner, tables, outer);
    const columns = nodesOf(fields.functions).map((call) => ({
      ...valueOf(call, outer, look),
      name: (alias?.aliasname as string | undefined) ?? nameOf(call),
    }));
    return [named('', [...columns, { name: 'ordinality', width: 24, kind: 'count' }])];
  }
  const left = nodesOf(fields.larg).flatMap((item) => sourcesOf(item, tables, outer));
  const right = nodesOf(fields.rarg).flatMap((item) => sourcesOf(item, tables, [left, ...outer]));
  const sides = [...left, ...right];
  const sources = [sides, ...outer];
  for (const node of nodesOf(fields.quals))
    valueOf(node, sources, (inner) => outputColumns(inner, tables, sources));
  return alias
    ? [
        named(
          '',
          sides.flatMap(({ columns }) => columns),
        ),
      ]
    : sides;
}

function viewColumns(name: string): OutputColumn[] {
  return Object.entries(curatedViews[name]!.columns).map(([column, { width, kind }]) => ({
    name: column,
    width,
    kind,
  }));
}

/** A column list of an alias renames from the left. */
function renamed(columns: OutputColumn[], names: string[]): OutputColumn[] {
  return columns.map((column, at) => ({ ...column, name: names[at] ?? column.name }));
}

/** The columns of `*` or `sales.*`; null for anything else. */
function starOf({ type, fields }: TreeNode, here: Source[]): OutputColumn[] | null {
  if (type !== 'ColumnRef' || !nodesOf(fields.fields).some((part) => part.type === 'A_Star')) return null;
  const words = wordsOf(fields.fields);
  const name = words[words.length - 1];
  return here
    .filter((source) => name === undefined || source.name === name)
    .flatMap(({ columns }) => columns);
}

/** The name PostgreSQL gives a column that was given none. */
function nameOf(node: TreeNode | undefined): string {
  if (!node) return '?column?';
  const { type, fields } = node;
  if (type === 'ColumnRef') return wordsOf(fields.fields).at(-1) ?? '?column?';
  if (type === 'FuncCall') return wordsOf(fields.funcname).at(-1)!;
  if (type === 'TypeCast' || type === 'A_Indirection' || type === 'CollateClause') {
    const inner = nameOf(nodesOf(fields.arg)[0]);
    const cast = wordsOf((fields.typeName as Fields | undefined)?.names).at(-1);
    return inner === '?column?' && cast ? cast : inner;
  }
  if (type === 'SubLink') {
    const inner = nodeOf(fields.subselect)?.fields;
    return nameOf(nodesOf((nodesOf(inner?.targetList)[0]?.fields ?? {}).val)[0]);
  }
  return unnamed[type] ?? '?column?';
}

const unnamed: Record<string, string> = {
  CaseExpr: 'case',
  CoalesceExpr: 'coalesce',
  A_ArrayExpr: 'array',
  RowExpr: 'row',
  MinMaxExpr: 'greatest',
};

function merged(left: OutputColumn, right: OutputColumn): OutputColumn {
  const width = Math.max(left.width, right.width);
  return { name: left.name, width, ...(left.kind === right.kind ? { kind: left.kind } : {}) };
}
