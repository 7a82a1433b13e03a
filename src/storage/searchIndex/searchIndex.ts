/** One chunk as the index keeps it: all a search answers with, and all it filters on. */
export interface IndexedChunk {
  chunkId: string;
  documentId: string;
  /** Place in the document, from 0. */
  ordinal: number;
  /** The first chunk of the larger passage this one is read with; chunks of one parent share it. */
  parentId: string;
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
  /** Counts the versions of one document, from 1. */
  version: number;
  /** Whether it may be cited: approved, and not superseded by a newer version. */
  current: boolean;
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
  /** `all`: also what is not approved or superseded, for whoever keeps documents. Not given: what may be cited. */
  versions?: 'current' | 'all';
}

/** What the index keeps of a document beside each of its chunks, and what may change without reading it again. */
export type DocumentProperties = Pick<
  IndexedChunk,
  'title' | 'docType' | 'audience' | 'productCodes' | 'validFrom' | 'validTo' | 'version' | 'current'
>;

export interface IndexHit extends Omit<IndexedChunk, 'embedding' | 'audience'> {
  /** Fused score, comparable within one answer only, higher is better. */
  score: number;
  /** Raw scores of the two ways of searching, each comparable within one answer; null: not among the best of that way. */
  legs: { lexical: number | null; vector: number | null };
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
  /** Changes properties on every chunk of the document; the next search goes by them. */
  updateDocument(documentId: string, properties: Partial<DocumentProperties>): Promise<void>;
  countDocument(documentId: string): Promise<number>;
  /** Number of chunks of every document in the index, by document. */
  documentCounts(): Promise<Map<string, number>>;
  /** True when there is no chunk at all: then it is filled from the database. */
  isEmpty(): Promise<boolean>;
  search(query: IndexQuery): Promise<IndexHit[]>;
  /** Throws when the engine cannot serve. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
