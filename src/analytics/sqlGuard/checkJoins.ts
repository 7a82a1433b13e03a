import { maximumLooseTables } from './limits';
import { nodeOf, nodesOf, wordsOf, type Fields, type TreeNode } from './parseTree';
import { refuse } from './refused';

/**
 * Tables of one FROM are joined by equal columns, but for a few. The planner's cost alone does not show a product of many
 * tables: under row-level security it takes each for a row or two.
 * @throws Refused
 */
export function checkJoins({ fromClause, whereClause }: Fields): void {
  const items = nodesOf(fromClause);
  const joined =
    items.reduce((sum, item) => sum + conditionsIn(item), 0) + equalColumns(nodesOf(whereClause)[0]);
  const loose = items.reduce((sum, item) => sum + tablesIn(item), 0) - 1 - joined;
  if (loose > maximumLooseTables)
    refuse('tables are read without a condition that joins them: use JOIN ... USING or ON');
}

function tablesIn({ type, fields }: TreeNode): number {
  if (type !== 'JoinExpr') return 1;
  return [fields.larg, fields.rarg].flatMap(nodesOf).reduce((sum, side) => sum + tablesIn(side), 0);
}

function conditionsIn({ type, fields }: TreeNode): number {
  if (type !== 'JoinExpr') return 0;
  const own = fields.usingClause || fields.isNatural ? 1 : equalColumns(nodesOf(fields.quals)[0]);
  return [fields.larg, fields.rarg].flatMap(nodesOf).reduce((sum, side) => sum + conditionsIn(side), own);
}

/** Conditions of the form "column = column" that all hold. */
function equalColumns(node: TreeNode | undefined): number {
  if (node?.type === 'BoolExpr' && node.fields.boolop === 'AND_EXPR')
    return nodesOf(node.fields.args).reduce((sum, each) => sum + equalColumns(each), 0);
  if (node?.type !== 'A_Expr' || wordsOf(node.fields.name)[0] !== '=') return 0;
  return [node.fields.lexpr, node.fields.rexpr].every(hasColumn) ? 1 : 0;
}

function hasColumn(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(hasColumn);
  if (typeof value !== 'object' || value === null) return false;
  if (nodeOf(value)?.type === 'ColumnRef') return true;
  return Object.values(value).some(hasColumn);
}
