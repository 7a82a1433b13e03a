import {
  allowedFunctions,
  allowedOperators,
  allowedTypes,
  allowedValueFunctions,
  defaultColumnNames,
} from './allowedNames';
import { checkJoins } from './checkJoins';
import { checkSeries } from './checkSeries';
import { curatedSchema, curatedViews } from './curatedViews';
import { maximumCubeColumns, maximumDepth, maximumFill, maximumRelations } from './limits';
import { nearestInWords } from './nearestNames';
import { nodeOf, nodesOf, wholeNumber, wordsOf, type Fields } from './parseTree';
import { refuse } from './refused';
import { statementShape } from './statementShape';

/** What a statement is seen to use. */
export interface UsedNames {
  /** Curated views it reads, in the order they stand. */
  views: Set<string>;
}

/** Names of common table expressions that may be read where the walk is. */
type Scope = ReadonlySet<string>;

interface Walk {
  views: Set<string>;
  relations: number;
  /** Columns that are read, to be looked up when every name that is given is known. */
  columns: string[];
  /** Names the statement gives to columns itself. */
  given: Set<string>;
}

/**
 * Goes through a parsed SELECT and lets only through what is listed: node by node and field by field
 * (`statementShape`), and every relation, function, operator and type by name.
 * @throws Refused
 */
export function checkTree(select: Fields): UsedNames {
  const walk: Walk = { views: new Set(), relations: 0, columns: [], given: new Set() };
  visit('SelectStmt', select, { walk, scope: new Set(), depth: 0 });
  refuseUnknownColumns(walk);
  return { views: walk.views };
}

interface Place {
  walk: Walk;
  scope: Scope;
  depth: number;
}

function visit(type: string, fields: Fields, outer: Place): void {
  const shape = statementShape[type];
  if (!shape) refuse(`${type} is not allowed: plain SELECT only`);
  if (outer.depth > maximumDepth) refuse('the statement is nested too deeply');
  let place = { ...outer, depth: outer.depth + 1 };
  checks[type]?.(fields, place);
  // Common table expressions first: what is read beside them may read them too.
  if (type === 'SelectStmt') place = { ...place, scope: withTables(fields, place) };
  for (const [name, value] of Object.entries(fields)) {
    if (name === 'location' || name === 'name_location' || name === 'withClause') continue;
    const field = shape[name];
    if (!field) refuse(`${name} of ${type} is not allowed: plain SELECT only`);
    if (field === 'nodes') visitAll(value, place);
    else if (field !== 'value') visit(field.fieldsOf, value as Fields, place);
  }
}

function visitAll(value: unknown, place: Place): void {
  if (Array.isArray(value)) return value.forEach((each) => visitAll(each, place));
  const node = nodeOf(value);
  if (node) visit(node.type, node.fields, place);
}

/** Each common table expression may read those before it, never itself. @returns the names beside what they stand. */
function withTables(select: Fields, place: Place): Scope {
  if (!select.withClause) return place.scope;
  const { ctes, recursive } = select.withClause as Fields;
  if (recursive) refuse('WITH RECURSIVE is not allowed; generate_series makes days and numbers');
  const scope = new Set(place.scope);
  for (const { type, fields } of nodesOf(ctes)) {
    if (nodeOf(fields.ctequery)?.type !== 'SelectStmt') refuse('WITH takes SELECT only');
    visit(type, fields, { ...place, scope: new Set(scope) });
    scope.add(fields.ctename as string);
  }
  return scope;
}

type Check = (fields: Fields, place: Place) => void;

const checks: Record<string, Check> = {
  SelectStmt: checkJoins,
  RangeVar({ schemaname, relname }, { walk, scope }) {
    countRelation(walk);
    const name = relname as string;
    if (schemaname === undefined && scope.has(name)) return;
    const isCurated = schemaname === undefined || schemaname === curatedSchema;
    if (!isCurated || !Object.hasOwn(curatedViews, name)) {
      const known = [...Object.keys(curatedViews), ...scope];
      refuse(
        `relation ${[schemaname, name].filter(Boolean).join('.')} does not exist${nearestInWords(name, known)}`,
      );
    }
    walk.views.add(name);
  },
  RangeFunction({ functions }, { walk }) {
    countRelation(walk);
    for (const { type } of nodesOf(functions))
      if (type !== 'FuncCall') refuse(`${type} is not allowed in FROM`);
  },
  ColumnRef({ fields }, { walk }) {
    const words = wordsOf(fields);
    if (words.length > 3 || (words.length === 3 && words[0] !== curatedSchema))
      refuse(`${words.join('.')} is not allowed: name a column of a table of this statement`);
    const isStar = nodesOf(fields).some(({ type }) => type === 'A_Star');
    if (!isStar) walk.columns.push(words[words.length - 1]!);
  },
  FuncCall({ funcname, args }) {
    const words = wordsOf(funcname);
    const name = words[words.length - 1]!;
    // The grammar itself writes EXTRACT, TRIM and AT TIME ZONE with their schema.
    const isBuiltIn = words.length === 1 || (words.length === 2 && words[0] === 'pg_catalog');
    if (!isBuiltIn || !allowedFunctions.has(name))
      refuse(`function ${words.join('.')} is not allowed${nearestInWords(name, allowedFunctions)}`);
    if (name === 'generate_series') checkSeries(args);
  },
  A_Expr({ name }) {
    refuseOperator(wordsOf(name));
  },
  SubLink({ operName }) {
    if (operName) refuseOperator(wordsOf(operName));
  },
  SQLValueFunction({ op }) {
    if (!allowedValueFunctions.has(op as string))
      refuse(`${(op as string).replace('SVFOP_', '').toLowerCase()} is not allowed`);
  },
  TypeName({ names, typmods }) {
    const words = wordsOf(names);
    const name = words[words.length - 1]!;
    const isBuiltIn = words.length === 1 || (words.length === 2 && words[0] === 'pg_catalog');
    if (!isBuiltIn || !allowedTypes.has(name)) refuse(`type ${words.join('.')} is not allowed`);
    const isFilled = name === 'bpchar' || name === 'varchar';
    for (const size of nodesOf(typmods).map(wholeNumber))
      if (size === null || (isFilled && size > maximumFill))
        refuse(`type ${name} is not allowed with that size`);
  },
  A_Indirection({ indirection }) {
    // What stands behind a dot may be a function that is called in the way of a column.
    if (nodesOf(indirection).some(({ type }) => type !== 'A_Indices'))
      refuse('only [ ] may stand behind a value');
  },
  CollateClause({ collname }) {
    if (wordsOf(collname).join('.') !== 'C') refuse('only COLLATE "C" is allowed');
  },
  GroupingSet({ kind, content }) {
    if (kind === 'GROUPING_SET_CUBE' && nodesOf(content).length > maximumCubeColumns)
      refuse(`CUBE takes at most ${maximumCubeColumns} columns`);
  },
  ResTarget({ name }, { walk }) {
    if (name !== undefined) walk.given.add(name as string);
  },
  CommonTableExpr({ aliascolnames }, { walk }) {
    for (const name of wordsOf(aliascolnames)) walk.given.add(name);
  },
  Alias({ aliasname, colnames }, { walk }) {
    // A function in FROM names its column by its alias.
    for (const name of [aliasname as string, ...wordsOf(colnames)]) walk.given.add(name);
  },
};

function countRelation(walk: Walk): void {
  walk.relations += 1;
  if (walk.relations > maximumRelations) refuse(`at most ${maximumRelations} tables may be read`);
}

function refuseOperator(words: string[]): void {
  if (words.length !== 1 || !allowedOperators.has(words[0]!))
    refuse(`operator ${words.join('.')} is not allowed`);
}

const curatedColumns: ReadonlySet<string> = new Set(
  Object.values(curatedViews).flatMap(({ columns }) => Object.keys(columns)),
);
const unnamedColumns: ReadonlySet<string> = new Set([
  ...defaultColumnNames,
  ...allowedFunctions,
  ...allowedTypes,
]);

/**
 * No column but those of the views and those the statement names itself: system columns are not there, and a wrong name is
 * said with the nearest ones before the database is asked.
 */
function refuseUnknownColumns({ columns, given }: Walk): void {
  for (const name of columns) {
    const isKnown =
      curatedColumns.has(name) || given.has(name) || unnamedColumns.has(name) || /^column\d+$/.test(name);
    if (!isKnown)
      refuse(`column ${name} does not exist${nearestInWords(name, [...curatedColumns, ...given])}`);
  }
}
