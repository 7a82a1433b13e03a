import type { Cell } from './table';

/** A column name is a label, not a statement (characters). */
const longestName = 60;

/** Share of a column's cells that must be figures or dates for the cell above them to be recognised as its name. */
const figureShare = 0.6;

const figure =
  /^[-+(△▲]?\s?[₩$€]?\s?\d[\d,]*(?:\.\d+)?\s?(?:%|원|천원|만원|억원|백만원|[µmk]?g|m?L|ml|정|캡슐|개|명|건|회|일|주|개월|세|T|C)?\)?$/;
const year = /^(?:19|20)\d\d(?:년)?$/;
const date = /^\d{4}[-./]\s?\d{1,2}[-./]\s?\d{1,2}\.?(?:\s\d{1,2}:\d{2}(?::\d{2})?)?$/;

/**
 * How many of the first rows name the columns (0, 1 or 2), by what they hold: names are short, distinct and no
 * figures. With two columns that is not enough, since a list of facts looks the same: figures below must prove it.
 */
export function countHeaderRows(
  rows: Cell[][],
  columns: number[],
  { hasUsualHeader = false }: { hasUsualHeader?: boolean },
): number {
  const [first, second] = rows;
  if (!first || !second || !isRowOfNames(first, columns)) return 0;
  if (columns.length === 2 && !hasUsualHeader && !hasColumnOfFigures(rows.slice(1), columns)) return 0;
  return isGroupRow(first) && rows.length > 2 && isRowOfNames(second, columns) ? 2 : 1;
}

function isRowOfNames(row: Cell[], columns: number[]): boolean {
  const names = columns.map((column) => row[column]).filter((cell) => cell !== undefined && cell.text !== '') as Cell[];
  const own = names.filter((cell) => !cell.coveredFrom).map((cell) => cell.text);
  return (
    names.length > 1 &&
    names.length >= columns.length / 2 &&
    new Set(own).size === own.length &&
    names.every(({ text }) => text.length <= longestName && (year.test(text) || !isFigure(text)))
  );
}

/** A merged cell that reaches over several columns groups the names below it. */
function isGroupRow(row: Cell[]): boolean {
  return row.some((cell) => cell.coveredFrom === 'left');
}

function hasColumnOfFigures(rows: Cell[][], columns: number[]): boolean {
  return columns.some((column) => {
    const texts = rows.map((row) => row[column]?.text ?? '').filter((text) => text !== '');
    return texts.length > 0 && texts.filter(isFigure).length >= texts.length * figureShare;
  });
}

function isFigure(text: string): boolean {
  return figure.test(text) || date.test(text);
}
