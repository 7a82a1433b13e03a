/**
 * A cell of a table. `coveredFrom` says that a merged cell reaches into this one from the left or from above; `text`
 * is then the merged cell's.
 */
export interface Cell {
  text: string;
  coveredFrom?: 'left' | 'above';
  /** Whether all of the text is bold. */
  bold?: boolean;
}

/** Cells of one table beyond which it is no table to be read: each row of a few bytes may reach to the last column. */
export const mostCells = 2_000_000;

/** Cells that hold something of their own, not the reach of a merged one. */
export function ownCells(row: Cell[]): Cell[] {
  return row.filter((cell) => cell.text !== '' && !cell.coveredFrom);
}
