import type { IndexRecipe, RecipeDifference } from './indexRecipe';

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
  /** Model of the embedding; an index of another model keeps the chunk without it. Not given: one without a name. */
  embeddingModel?: string | null;
}

export interface IndexQuery {
  text: string;
  /** Other words for what is asked, which count less than the text's own. */
  expansions?: string[];
  /** The question's embedding (unit length), for the vector leg; without it the search is by keyword only. */
  vector?: number[];
  /** Model of the vector: it is compared with vectors of this model only. Not given: one without a name. */
  vectorModel?: string;
  /** Best hits wanted of each way of searching: both ways together find up to twice as many, and a few in another language. */
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

export interface IndexHit extends Omit<IndexedChunk, 'embedding' | 'embeddingModel' | 'audience'> {
  /** Fused score, comparable within one answer only, higher is better. */
  score: number;
  /** Raw scores of the two ways of searching, each comparable within one answer; null: not among the best of that way. */
  legs: { lexical: number | null; vector: number | null };
}

/** What changes the chunks of an index. Every write is visible to the next search. */
export interface ChunkWriter {
  /** Adds or replaces chunks by `chunkId`. */
  upsert(chunks: IndexedChunk[]): Promise<void>;
  /** Removes every chunk of the document except those named. */
  removeDocument(documentId: string, options?: { keep?: string[] }): Promise<void>;
  /** Changes properties on every chunk of the document; the next search goes by them. */
  updateDocument(documentId: string, properties: Partial<DocumentProperties>): Promise<void>;
}

/** An index that is being filled. Its writes go to it alone, and fail when another recipe has taken its place. */
export interface IndexBuild extends Pick<ChunkWriter, 'upsert' | 'removeDocument'> {
  /** Number of chunks of every document in it, by document. */
  documentCounts(): Promise<Map<string, number>>;
  /** From now on it serves, and the one before it is gone. A reader finds the chunks of one or of the other. */
  takeOver(): Promise<void>;
}

/**
 * Finds chunks. Filters are applied inside the engine's query, never to its answer. Failures of the engine are thrown as
 * `AppError('search_unavailable')` with the cause.
 */
export interface SearchIndex extends ChunkWriter {
  readonly engine: 'minisearch' | 'opensearch';
  /**
   * Makes the index by this recipe (not given: the plain one) where there is none; one that stands stays as it is. Safe to
   * repeat, also on two nodes at once.
   */
  prepare(recipe?: IndexRecipe): Promise<void>;
  /** Model of the vectors that are searched, as it stands; null: one without a name. */
  vectorModel(): Promise<string | null>;
  /** In what the serving index is another than the recipe makes; null: in nothing. */
  differenceTo(recipe: IndexRecipe): Promise<RecipeDifference | null>;
  /**
   * The index this recipe makes: the serving one, else one beside it, which every write of the `SearchIndex` reaches too,
   * from now until it takes over. Opened again, it is the same one; another recipe takes its place.
   */
  openBuild(recipe: IndexRecipe): Promise<IndexBuild>;
  /** Chunks in the index beside the serving one; null: there is none. */
  chunksBeside(): Promise<number | null>;
  countDocument(documentId: string): Promise<number>;
  /** Number of chunks of every document in the index, by document; on request only those that may be cited. */
  documentCounts(options?: { currentOnly?: boolean }): Promise<Map<string, number>>;
  /** True when there is no chunk at all: then it is filled from the database. */
  isEmpty(): Promise<boolean>;
  search(query: IndexQuery): Promise<IndexHit[]>;
  /** Throws when the engine cannot serve. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
