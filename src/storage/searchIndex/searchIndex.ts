/** One chunk as the index keeps it: all a search answers with, and all it filters on. */
export interface IndexedChunk {
  chunkId: string;
  documentId: string;
  /** Place in the document, from 0. */
  ordinal: number;
  title: string;
  docType: string;
  /** Headings above the chunk, joined by ` > `; empty where there are none. */
  heading: string;
  /** Composed Korean (NFC), as ingestion makes it; the character range counts in it. */
  text: string;
  page: number | null;
  charStart: number;
  charEnd: number;
  /** Principals who may read, such as `everyone`, `role:rep`, `team:서울1팀`, `employee:1001`. Never empty. */
  audience: string[];
  productCodes: string[];
  /** KST calendar days, inclusive; null: no bound. */
  validFrom: string | null;
  validTo: string | null;
  /** Unit length; null where no embedding model is configured. */
  embedding: number[] | null;
}

export interface IndexQuery {
  text: string;
  /** The question's embedding (unit length), for the vector leg; without it the search is by keyword only. */
  vector?: number[];
  topK: number;
  /** The reader's principals: a chunk is seen when any is in its audience. `null`: the reader may read all. */
  principals: string[] | null;
  /** Any of these; empty or not given: any. */
  docTypes?: string[];
  /** A chunk of any of these; empty or not given: any. */
  productCodes?: string[];
  /** KST calendar day the document must be valid on. */
  validOn: string;
}

export interface IndexHit extends Omit<IndexedChunk, 'embedding' | 'audience'> {
  /** Fused score, comparable within one answer only, higher is better. */
  score: number;
  /** Pieces of `text` that match, verbatim. */
  highlights: string[];
}

/**
 * Finds chunks. Filters are applied inside the engine's query, never to its answer. Every write is visible to the next
 * search. Failures of the engine are thrown as `AppError('search_unavailable')` with the cause.
 */
export interface SearchIndex {
  readonly engine: 'minisearch' | 'opensearch';
  /** Makes what is missing. Safe to repeat, also on two nodes at once. */
  prepare(): Promise<void>;
  /** Adds or replaces chunks by `chunkId`. */
  upsert(chunks: IndexedChunk[]): Promise<void>;
  /** Removes every chunk of the document except those named. */
  removeDocument(documentId: string, options?: { keep?: string[] }): Promise<void>;
  countDocument(documentId: string): Promise<number>;
  /** True when there is no chunk at all: then it is filled from the database. */
  isEmpty(): Promise<boolean>;
  search(query: IndexQuery): Promise<IndexHit[]>;
  /** Throws when the engine cannot serve. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
