import type { ColumnKind } from '../../shared/resultTable';
import { maximumFill, maximumValueBytes } from './limits';
import type { OutputColumn, Sources } from './outputColumn';
import { literalText, nodeOf, nodesOf, wholeNumber, wordsOf, type Fields, type TreeNode } from './parseTree';
import { refuse } from './refused';

/** What an expression gives. */
type Value = Pick<OutputColumn, 'width' | 'kind'>;

/** The columns of a subquery in an expression. */
type Look = (select: Fields) => OutputColumn[];

/** Bytes of a number, a day or a truth. */
const small = 24;
/** Rows an aggregate such as string_agg is taken to join. */
const joinedRows = 10_000;

/** Functions that give what they are given: an amount stays an amount. */
const keepsKind = new Set(
  (
    'sum avg min max round abs ceil ceiling floor trunc lag lead first_value last_value nth_value any_value ' +
    'stddev stddev_pop stddev_samp'
  ).split(' '),
);
const counts = new Set(
  'count row_number rank dense_rank ntile length char_length character_length cardinality array_length regr_count'.split(
    ' ',
  ),
);
const joinsRows = new Set(
  'string_agg array_agg json_agg jsonb_agg json_object_agg jsonb_object_agg'.split(' '),
);
const replaces = new Set('replace translate regexp_replace array_to_string format'.split(' '));
const takesApart = new Set('string_to_array regexp_split_to_array regexp_matches regexp_match'.split(' '));
const writesJson =
  /^(?:to_jsonb?|jsonb?_build_(?:object|array)|row_to_json|array_to_json|jsonb?_agg|jsonb?_object_agg|quote_literal)$/;

/**
 * What an expression gives: how large it may become, roughly and never too small by much, and what it measures.
 * @throws Refused when it may grow beyond all bounds: doubled texts reach a gigabyte in thirty steps that cost nothing.
 */
export function valueOf(node: TreeNode | undefined, sources: Sources, look: Look): Value {
  if (!node) return { width: small };
  const value = valueOfType(node, (inner) => valueOf(inner, sources, look), sources, look);
  if (value.width > maximumValueBytes) refuse('a value of this statement could grow too large');
  return value;
}

function valueOfType(
  node: TreeNode,
  inner: (node: TreeNode | undefined) => Value,
  sources: Sources,
  look: Look,
): Value {
  const { type, fields } = node;
  const all = (field: unknown) => nodesOf(field).map(inner);
  switch (type) {
    case 'ColumnRef':
      return columnValue(wordsOf(fields.fields), sources);
    case 'A_Const':
      return { width: fields.sval ? Buffer.byteLength(literalText(node)!) : small };
    case 'FuncCall':
      return callValue(fields, inner);
    case 'A_Expr':
      return operatorValue(fields, all);
    case 'TypeCast': {
      const { width, kind } = inner(nodesOf(fields.arg)[0]);
      return { width: Math.max(width, fillOf(fields.typeName as Fields)), kind };
    }
    case 'CaseExpr': {
      all(fields.arg);
      const whens = nodesOf(fields.args).map((when) => when.fields);
      for (const { expr } of whens) all(expr);
      return largest([...whens.map(({ result }) => result), fields.defresult].flatMap((each) => all(each)));
    }
    case 'CoalesceExpr':
    case 'MinMaxExpr':
      return largest(all(fields.args));
    case 'SubLink': {
      all(fields.testexpr);
      const [first] = look(nodeOf(fields.subselect)!.fields);
      if (fields.subLinkType === 'EXPR_SUBLINK') return { width: first?.width ?? small, kind: first?.kind };
      return { width: fields.subLinkType === 'ARRAY_SUBLINK' ? (first?.width ?? small) * joinedRows : small };
    }
    case 'A_ArrayExpr':
      return { width: sum(all(fields.elements)) };
    case 'RowExpr':
      return { width: sum(all(fields.args)) };
    default:
      // Conditions and what stands around expressions: their parts are looked at, they themselves are small.
      return {
        width: Math.max(
          small,
          ...Object.values(fields)
            .flatMap((each) => partsOf(each))
            .map((part) => inner(part).width),
        ),
      };
  }
}

/** The nodes in a field of any form. */
function partsOf(field: unknown): TreeNode[] {
  if (typeof field !== 'object' || field === null) return [];
  return nodesOf(field).filter((node) => typeof node.fields === 'object' && node.fields !== null);
}

function columnValue(words: string[], sources: Sources): Value {
  const name = words[words.length - 1];
  for (const here of sources) {
    const columns = here.flatMap((source) => source.columns);
    const found = columns.filter((column) => column.name === name);
    if (found.length > 0) return largest(found);
  }
  // A name the database will know better: it may be any of what is there.
  return {
    width: Math.max(small, ...sources.flat().flatMap(({ columns }) => columns.map(({ width }) => width))),
  };
}

function callValue(fields: Fields, inner: (node: TreeNode | undefined) => Value): Value {
  const name = wordsOf(fields.funcname).at(-1)!;
  const nodes = nodesOf(fields.args);
  const values = nodes.map(inner);
  const ordered = nodesOf(fields.agg_order).map(({ fields: order }) => inner(nodesOf(order.node)[0]));
  const { partitionClause, orderClause } = (fields.over ?? {}) as Fields;
  for (const node of [fields.agg_filter, partitionClause, orderClause].flatMap(nodesOf)) inner(node);
  const width = sum(values);
  const [first] = values;
  if (counts.has(name)) return { width: small, kind: 'count' };
  if (name === 'date_trunc') return { width: small, kind: unitKinds[literalText(nodes[0]) ?? ''] };
  if (keepsKind.has(name)) return { width: Math.max(small, width), kind: first?.kind };
  if (name.startsWith('percentile_') || name === 'mode') return largest(ordered);
  if (name === 'repeat') return { width: (first?.width ?? small) * fillNumber(name, nodes[1]) };
  if (name === 'lpad' || name === 'rpad') return { width: width + 4 * fillNumber(name, nodes[1]) };
  if (name === 'format') refuseWidths(nodes[0]);
  if (writesJson.test(name)) return { width: 6 * width * (joinsRows.has(name) ? joinedRows / 10 : 1) };
  if (joinsRows.has(name)) return { width: width * joinedRows };
  // Each letter of the text may become the whole replacement.
  if (replaces.has(name)) return { width: (first?.width ?? 0) * (1 + sum(values.slice(1))) };
  if (takesApart.has(name)) return { width: 8 * width };
  return { width: Math.max(small, name === 'to_char' ? 8 * width : width) };
}

const unitKinds: Record<string, ColumnKind> = {
  month: 'month',
  day: 'day',
  week: 'day',
  quarter: 'day',
  year: 'day',
};

function operatorValue(fields: Fields, all: (field: unknown) => Value[]): Value {
  const [operator] = wordsOf(fields.name);
  const left = all(fields.lexpr);
  const right = all(fields.rexpr);
  if (fields.kind === 'AEXPR_NULLIF') return left[0] ?? { width: small };
  if (fields.kind !== 'AEXPR_OP') return { width: small };
  if (operator === '||') return { width: sum([...left, ...right]) };
  return { width: small, kind: figureKind(operator!, left[0]?.kind, right[0]?.kind) };
}

/** What is measured by a sum or quotient: won and won give won, won by won a ratio, won by a count won. */
function figureKind(operator: string, left?: ColumnKind, right?: ColumnKind): ColumnKind | undefined {
  const isFigure = left === 'won' || left === 'count';
  if (!isFigure || (right !== 'won' && right !== 'count')) return undefined;
  if (operator === '+' || operator === '-') return left === right ? left : undefined;
  if (operator !== '/') return undefined;
  if (left === right) return 'ratio';
  return left === 'won' ? 'won' : undefined;
}

/** How far a text is filled up has to stand in the statement. */
function fillNumber(name: string, node: TreeNode | undefined): number {
  const times = wholeNumber(node);
  if (times === null || times > maximumFill) refuse(`${name} takes a number up to ${maximumFill} as it is`);
  return times;
}

function fillOf({ names, typmods }: Fields): number {
  const isFilled = wordsOf(names).at(-1) === 'bpchar';
  return isFilled ? 4 * Math.max(...nodesOf(typmods).map((size) => wholeNumber(size) ?? 0), 1) : 0;
}

/** `%1000000s` makes a megabyte out of nothing. */
function refuseWidths(node: TreeNode | undefined): void {
  const pattern = literalText(node);
  if (pattern === null || /%(?!\d{0,2}\$?[sIL%])/.test(pattern) || /%\d{1,2}[sIL]/.test(pattern))
    refuse('format takes a text with %s as it is, without widths');
}

function largest(values: Value[]): Value {
  const kinds = new Set(values.map(({ kind }) => kind).filter((kind) => kind !== undefined));
  return {
    width: Math.max(small, ...values.map(({ width }) => width)),
    ...(kinds.size === 1 ? { kind: [...kinds][0] } : {}),
  };
}

function sum(values: Value[]): number {
  return values.reduce((total, { width }) => total + width, 0);
}
