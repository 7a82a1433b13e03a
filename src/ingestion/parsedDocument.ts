/** A piece of a document in reading order, as a parser gives it. */
export type Block =
  | { kind: 'heading'; level: number; text: string; page: number | null }
  | { kind: 'paragraph'; text: string; page: number | null }
  | { kind: 'listItem'; text: string; page: number | null }
  /** One row with its header names, already as text: `항목: 값 | 항목: 값`. */
  | { kind: 'tableRow'; text: string; page: number | null };

/** What a parser knows of a file as a whole. */
export interface ParsedSummary {
  /** Number of pages (PDF, HWP, HWPX), slides (PPTX) or sheets (XLSX); null where the format has none. */
  pages: number | null;
  /** Pages (from 1) that carry no text, such as scanned ones between others: nothing in them can be found. */
  pagesWithoutText: number[];
}

/** What a parser makes of a file. */
export interface ParsedContent extends ParsedSummary {
  blocks: Block[];
}

/** Takes the next blocks of a document; a parser waits until they are taken. */
export type EmitBlocks = (blocks: Block[]) => Promise<void>;

export interface ParsedDocument extends ParsedContent {
  /** What the content turned out to be, whatever the name says. */
  mediaType: string;
}

/** A chunk before it is stored: its text is `documentText.slice(charStart, charEnd)`. */
export interface Chunk {
  ordinal: number;
  /** Ordinal of the first chunk of the larger passage it is read with. */
  parent: number;
  heading: string;
  text: string;
  page: number | null;
  charStart: number;
  charEnd: number;
}
