import { literalText, nodesOf, wholeNumber, wordsOf, type Fields, type TreeNode } from './parseTree';
import { refuse } from './refused';

/** Numbers of a series; the planner takes a series whose ends it does not know for a thousand rows. */
const largestNumber = 100_000;
const steps = /^[1-9]\d{0,2} *(?:days?|weeks?|months?|mons?|years?)$/i;
const spans = /^-?\d{1,3} *(?:days?|weeks?|months?|mons?|years?)$/i;
const days = /^(?:19|20|21)\d\d-\d\d?(?:-\d\d?)?(?:[ T]00:00(?::00)?)?$/;
/** YEAR, MONTH and DAY behind an interval, as the grammar numbers them. */
const unitMasks = new Set([2, 4, 8]);
const smallFields = new Set('year month day quarter week dow isodow isoyear hour decade century'.split(' '));

/**
 * A series has an end that can be seen: numbers that stand there, or days of these centuries in steps of days or longer.
 * A billion seconds would be written to disk before the first is counted.
 * @throws Refused
 */
export function checkSeries(args: unknown): void {
  const nodes = nodesOf(args);
  const [, , step] = nodes;
  if (nodes.length === 3 && isStep(step!)) return nodes.slice(0, 2).forEach(refuseFarDays);
  if (!nodes.every(isSmallNumber))
    refuse(
      `generate_series takes numbers up to ${largestNumber} as they are, or days with a step such as INTERVAL '1 day'`,
    );
}

function isStep(node: TreeNode): boolean {
  const text = literalText(node);
  if (text === null) return false;
  if (steps.test(text)) return true;
  const [mask] = nodesOf((node.fields.typeName as Fields | undefined)?.typmods).map(wholeNumber);
  return /^[1-9]\d{0,2}$/.test(text) && typeof mask === 'number' && unitMasks.has(mask);
}

function isSmallNumber(node: TreeNode): boolean {
  const { type, fields } = node;
  const number = wholeNumber(node);
  if (number !== null) return number <= largestNumber;
  if (type === 'TypeCast') return nodesOf(fields.arg).every(isSmallNumber);
  if (type === 'A_Expr')
    return isSum(fields) && [fields.lexpr, fields.rexpr].flatMap(nodesOf).every(isSmallNumber);
  return type === 'FuncCall' && isDatePart(fields);
}

function isSum({ kind, name }: Fields): boolean {
  return kind === 'AEXPR_OP' && ['+', '-'].includes(wordsOf(name)[0]!);
}

function isDatePart({ funcname, args }: Fields): boolean {
  const isPart = ['extract', 'date_part'].includes(wordsOf(funcname).at(-1)!);
  return isPart && smallFields.has((literalText(nodesOf(args)[0]) ?? '').toLowerCase());
}

/** The first and last day may be computed, by nothing that leads far: every literal in them is near. */
function refuseFarDays(node: TreeNode): void {
  const { type, fields } = node;
  const text = type === 'A_Const' ? literalText(node) : null;
  const number = wholeNumber(node);
  const isUnit = text !== null && (smallFields.has(text) || days.test(text) || spans.test(text));
  const isFar =
    (text !== null && !isUnit) ||
    (number !== null && number > largestNumber) ||
    (type === 'A_Const' && fields.fval !== undefined) ||
    (type === 'A_Expr' && fields.kind === 'AEXPR_OP' && !isSum(fields));
  if (isFar)
    refuse(`generate_series takes days from 1900 to 2199 as they are, or a day plus or minus a span`);
  // Of a subquery what it gives counts, not what it looks for.
  if (type === 'SubLink') {
    const { targetList } = (fields.subselect as { SelectStmt: Fields }).SelectStmt;
    return nodesOf(targetList).forEach(refuseFarDaysIn);
  }
  for (const field of Object.values(fields))
    if (typeof field === 'object') nodesOf(field).forEach(refuseFarDaysIn);
}

/** Only nodes; the fields of a name or a type are words. */
function refuseFarDaysIn(node: TreeNode): void {
  if (typeof node.fields === 'object' && node.type !== 'String') refuseFarDays(node);
}
