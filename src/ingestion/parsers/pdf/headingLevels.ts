import type { Line } from './lines';

/** Levels of headings by their looks. */
export interface HeadingLevels {
  /** The level of a line that stands out (larger, or bold where text is not); null for a line like the text. */
  of(line: Line): number | null;
  /** The level of lines that look like the text; headings recognised by their words stand below it. */
  plain: number;
}

/** A heading is larger than the text by at least this share. */
const largerBy = 0.12;

/**
 * The larger the higher: each font size above that of most text is a level, and bold text of that size the last one. The
 * lines may be a sample of the document's; a size that is not among them stands where it would.
 */
export function findHeadingLevels(lines: Line[]): HeadingLevels {
  const usual = usualSize(lines);
  const sizes = [...new Set(lines.map((line) => roundSize(line.size)))];
  const larger = sizes.filter((size) => size > usual * (1 + largerBy)).sort((a, b) => b - a);
  const usuallyBold = lengthOf(lines.filter((line) => line.bold)) > lengthOf(lines) / 2;
  return {
    plain: larger.length + 1,
    of(line) {
      const size = roundSize(line.size);
      if (size > usual * (1 + largerBy)) return larger.filter((other) => other > size).length + 1;
      return line.bold && !usuallyBold && line.size >= usual * (1 - largerBy) ? larger.length + 1 : null;
    },
  };
}

function usualSize(lines: Line[]): number {
  const lengths = new Map<number, number>();
  for (const line of lines) {
    const size = roundSize(line.size);
    lengths.set(size, (lengths.get(size) ?? 0) + lengthOf([line]));
  }
  return [...lengths].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

function lengthOf(lines: Line[]): number {
  return lines.reduce(
    (sum, line) => sum + line.pieces.reduce((length, piece) => length + piece.text.length, 0),
    0,
  );
}

function roundSize(size: number): number {
  return Math.round(size * 2) / 2;
}
