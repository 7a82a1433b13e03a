/** A piece of text of one page. Points (1/72 inch) from the upper left corner, as the page is shown. */
export interface TextPiece {
  text: string;
  x0: number;
  x1: number;
  /** The baseline. */
  y: number;
  /** Font size, the "em" of the distances in this folder. */
  size: number;
  bold: boolean;
}

/** A line drawn on the page, horizontal (`y0 === y1`) or vertical (`x0 === x1`), with `x0 <= x1` and `y0 <= y1`. */
export interface Rule {
  x0: number;
  x1: number;
  y0: number;
  y1: number;
}

/** What one page shows, in the order in which the file draws it. */
export interface Page {
  /** From 1. */
  number: number;
  width: number;
  height: number;
  pieces: TextPiece[];
  rules: Rule[];
}
