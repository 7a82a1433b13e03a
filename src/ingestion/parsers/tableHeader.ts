import { ownCells, type Cell } from './tableCell';

/** A column name is a label, not a statement (characters). */
const longestName = 60;

/** Share of a column's cells that must be figures or dates for the cell above them to be recognised as its name. */
const figureShare = 0.6;

/** What no column is called: numbers, shares, amounts of money, days. `1회` or `10mg` may be names. */
const number = /^[-+(△▲]?\s?[₩$€]?\s?\d[\d,]*(?:\.\d+)?\s?(?:%|원|천원|만원|억원|백만원)?\)?$/;
const quantity = /^\d[\d,]*(?:\.\d+)?\s?[\p{L}µ℃]{1,3}$/u;
const year = /^(?:19|20)\d\d(?:년)?$/;
const date = /^\d{4}[-./]\s?\d{1,2}[-./]\s?\d{1,2}\.?(?:\s\d{1,2}:\d{2}(?::\d{2})?)?$/;

/**
 * How many of the first rows name the columns (0, 1 or 2): a row in bold above others that are not, or by what they
 * hold, since names are short, distinct and no figures. With two columns that is not enough, because a list of facts
 * looks the same: figures below must prove it.
 */
export function countHeaderRows(
  rows: Cell[][],
  columns: number[],
  { hasUsualHeader = false }: { hasUsualHeader?: boolean },
): number {
  const [first, second] = rows;
  if (!first || !second) return 0;
  const isMarked = isBold(first) && !rows.every(isBold);
  if (!isMarked && !isRowOfNames(first, columns, hasUsualHeader)) return 0;
  const isProven =
    isMarked || hasUsualHeader || columns.length > 2 || hasColumnOfFigures(rows.slice(1), columns);
  if (!isProven) return 0;
  return rows.length > 2 && isGroupedBy(second, first, columns) ? 2 : 1;
}

function isBold(row: Cell[]): boolean {
  return ownCells(row).every((cell) => cell.bold);
}

function isRowOfNames(row: Cell[], columns: number[], mayRepeat: boolean): boolean {
  const texts = columns.map((column) => row[column]?.text ?? '').filter((text) => text !== '');
  const own = ownCells(row).map((cell) => cell.text);
  const isDistinct = mayRepeat || new Set(own).size === own.length;
  return texts.length > 1 && texts.length >= columns.length / 2 && isDistinct && texts.every(isName);
}

function isName(text: string): boolean {
  return text.length <= longestName && (year.test(text) || !(number.test(text) || date.test(text)));
}

/**
 * Whether the cells of a row name the members of groups in the row above: there merged cells reach over several
 * columns, and every other column has its name in the upper row alone.
 */
function isGroupedBy(row: Cell[], above: Cell[], columns: number[]): boolean {
  const inGroup = (column: number) =>
    above[column]?.coveredFrom === 'left' || above[column + 1]?.coveredFrom === 'left';
  const hasNoName = (cell: Cell | undefined) => !cell || cell.text === '' || cell.coveredFrom === 'above';
  return (
    columns.some(inGroup) &&
    columns.every((column) => (inGroup(column) ? isName(row[column]?.text ?? '') : hasNoName(row[column])))
  );
}

function hasColumnOfFigures(rows: Cell[][], columns: number[]): boolean {
  return columns.some((column) => {
    const texts = rows.map((row) => row[column]?.text ?? '').filter((text) => text !== '');
    return texts.length > 0 && texts.filter(isFigure).length >= texts.length * figureShare;
  });
}

function isFigure(text: string): boolean {
  return number.test(text) || date.test(text) || quantity.test(text);
}
