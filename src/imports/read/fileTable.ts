import type { Cell } from '../values/cell';

/** A row with content, by its number in the file, from 1. */
export interface FileRow {
  row: number;
  cells: Cell[];
}

/** A sheet of a workbook, or the one table of a text file. Rows can be read once, in order. */
export interface FileTable {
  /** Name of the sheet; null for a text file. */
  name: string | null;
  rows: AsyncIterable<FileRow>;
}

/** A file that is being read. */
export interface OpenFile {
  tables: AsyncIterable<FileTable>;
  /** Share of the file that has been read, 0 to 1. */
  share(): number;
  /** Lets the file go, also one that is not read to its end. */
  close(): void;
}
