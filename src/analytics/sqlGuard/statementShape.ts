/**
 * What stands in a field of a node: a value of its own, one or several nodes (each an object with its type as the only
 * key), or the fields of one node whose type the grammar knows.
 */
export type FieldShape = 'value' | 'nodes' | { fieldsOf: string };

const value = 'value';
const nodes = 'nodes';
const of = (type: string): FieldShape => ({ fieldsOf: type });

/**
 * The part of PostgreSQL's parse tree that a statement may be made of. A node or a field that is not here is refused,
 * whatever it means: SELECT INTO, FOR UPDATE, WITH RECURSIVE's search, TABLESAMPLE, XMLTABLE, parameters and every statement
 * but SELECT are not listed, and neither is what later versions add.
 * https://github.com/pganalyze/libpg_query/blob/18-latest/protobuf/pg_query.proto
 */
export const statementShape: Record<string, Record<string, FieldShape>> = {
  SelectStmt: {
    distinctClause: nodes,
    targetList: nodes,
    fromClause: nodes,
    whereClause: nodes,
    groupClause: nodes,
    groupDistinct: value,
    havingClause: nodes,
    windowClause: nodes,
    valuesLists: nodes,
    sortClause: nodes,
    limitOffset: nodes,
    limitCount: nodes,
    limitOption: value,
    withClause: of('WithClause'),
    op: value,
    all: value,
    larg: of('SelectStmt'),
    rarg: of('SelectStmt'),
  },
  WithClause: { ctes: nodes, recursive: value },
  CommonTableExpr: { ctename: value, aliascolnames: nodes, ctematerialized: value, ctequery: nodes },
  ResTarget: { name: value, val: nodes },
  RangeVar: {
    schemaname: value,
    relname: value,
    inh: value,
    relpersistence: value,
    alias: of('Alias'),
  },
  RangeSubselect: { lateral: value, subquery: nodes, alias: of('Alias') },
  RangeFunction: { lateral: value, ordinality: value, functions: nodes, alias: of('Alias') },
  JoinExpr: {
    jointype: value,
    isNatural: value,
    larg: nodes,
    rarg: nodes,
    usingClause: nodes,
    join_using_alias: of('Alias'),
    quals: nodes,
    alias: of('Alias'),
  },
  Alias: { aliasname: value, colnames: nodes },
  ColumnRef: { fields: nodes },
  A_Star: {},
  A_Const: {
    isnull: value,
    ival: value,
    fval: value,
    boolval: value,
    sval: value,
  },
  A_Expr: {
    kind: value,
    name: nodes,
    lexpr: nodes,
    rexpr: nodes,
    rexpr_list_start: value,
    rexpr_list_end: value,
  },
  BoolExpr: { boolop: value, args: nodes },
  NullTest: { arg: nodes, nulltesttype: value },
  BooleanTest: { arg: nodes, booltesttype: value },
  CaseExpr: { arg: nodes, args: nodes, defresult: nodes },
  CaseWhen: { expr: nodes, result: nodes },
  CoalesceExpr: { args: nodes },
  MinMaxExpr: { op: value, args: nodes },
  SQLValueFunction: { op: value, typmod: value },
  FuncCall: {
    funcname: nodes,
    args: nodes,
    agg_order: nodes,
    agg_filter: nodes,
    over: of('WindowDef'),
    agg_within_group: value,
    agg_star: value,
    agg_distinct: value,
    funcformat: value,
  },
  NamedArgExpr: { name: value, arg: nodes, argnumber: value },
  TypeCast: { arg: nodes, typeName: of('TypeName') },
  TypeName: { names: nodes, typmods: nodes, typemod: value, arrayBounds: nodes },
  SubLink: { subLinkType: value, testexpr: nodes, operName: nodes, subselect: nodes },
  A_ArrayExpr: { elements: nodes, list_start: value, list_end: value },
  A_Indirection: { arg: nodes, indirection: nodes },
  A_Indices: { is_slice: value, lidx: nodes, uidx: nodes },
  RowExpr: { args: nodes, row_format: value },
  GroupingSet: { kind: value, content: nodes },
  GroupingFunc: { args: nodes },
  SortBy: { node: nodes, sortby_dir: value, sortby_nulls: value },
  WindowDef: {
    name: value,
    refname: value,
    partitionClause: nodes,
    orderClause: nodes,
    frameOptions: value,
    startOffset: nodes,
    endOffset: nodes,
  },
  CollateClause: { arg: nodes, collname: nodes },
  List: { items: nodes },
  String: { sval: value },
  Integer: { ival: value },
};
