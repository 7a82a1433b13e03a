import { z } from 'zod';

/** How many passages a search answers with when not told, and at most: beyond 50 nobody reads. */
export const defaultTopK = 8;
export const maximumTopK = 50;

export const searchFiltersSchema = z.strictObject({
  docTypes: z.array(z.string().min(1).max(60)).max(50).optional(),
  productCodes: z.array(z.string().min(1).max(40)).max(200).optional(),
  /** KST calendar day on which the document must be valid; today when not given. */
  validOn: z.iso.date().optional(),
});
export type SearchFilters = z.infer<typeof searchFiltersSchema>;

export const searchSchema = z.strictObject({
  query: z.string().trim().min(1).max(1000),
  topK: z.number().int().min(1).max(maximumTopK).default(defaultTopK),
  filters: searchFiltersSchema.optional(),
});

/**
 * What passages are to a question: `found` carries an answer, `near` is about the same and has to be checked by the reader,
 * `none` is something else.
 */
export type EvidenceGrade = 'found' | 'near' | 'none';

/** One passage found, as `POST /api/search` and the agent's tool answer it. */
export interface Passage {
  documentId: string;
  chunkId: string;
  title: string;
  docType: string;
  /** Of the document, from 1. */
  version: number;
  /** Key of the larger passage this one is read with; passages next to each other share it. */
  parentId: string;
  heading: string;
  page: number | null;
  /** Character range in the document's extracted text, end exclusive. */
  charStart: number;
  charEnd: number;
  text: string;
  /** Comparable within one answer only. */
  score: number;
  /** Pieces of `text` that match, verbatim. */
  highlights: string[];
  /** Where nearly the same text stands too. */
  duplicates: { documentId: string; chunkId: string; title: string; page: number | null }[];
}

/** `POST /api/search/explain`: a retrieval test, also as another person would search. */
export const explainSearchSchema = z.strictObject({
  query: searchSchema.shape.query,
  topK: searchSchema.shape.topK,
  filters: searchFiltersSchema.optional(),
  /** Whose rights the search is run with; without it the caller's own. */
  asEmployeeNo: z.string().trim().min(1).max(40).optional(),
});

/** A passage as one leg found it. */
export interface LegHit {
  /** From 1. */
  rank: number;
  /** Raw score of the leg. */
  score: number;
  chunkId: string;
  documentId: string;
  title: string;
  heading: string;
  page: number | null;
  text: string;
}

/** A fused passage with what each leg gave it; null: not among the candidates of that leg. */
export interface ExplainedPassage extends Passage {
  lexicalScore: number | null;
  lexicalRank: number | null;
  vectorScore: number | null;
  vectorRank: number | null;
}

/** What a search did: question, filter, both legs, fused list, and whether it would be answered. */
export interface SearchExplanation {
  question: { asked: string; searched: string; expansions: string[] };
  filter: {
    /** Principals of the reader; null: may read all. */
    principals: string[] | null;
    /** Empty: any. */
    docTypes: string[];
    productCodes: string[];
    /** KST calendar day the documents are valid on. */
    validOn: string;
    versions: 'current' | 'all';
  };
  mode: 'hybrid' | 'keyword';
  /** Why it was searched without a model that is configured, in the reader's language; null: nothing was left out. */
  degradedBy: string | null;
  /** 0 to 1; from the threshold on an answer is written from the passages. */
  evidence: { value: number; threshold: number; enough: boolean };
  legs: { lexical: LegHit[]; vector: LegHit[] };
  items: ExplainedPassage[];
}

export const listContentGapsSchema = z.strictObject({
  /** KST calendar days, both inclusive. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** What was asked and found nowhere in the documents: questions that ask for the same thing. */
export interface ContentGap {
  /** How it was asked last. */
  question: string;
  /** How often it was asked. */
  count: number;
  /** How many people asked it. */
  people: number;
  lastAskedAt: string;
  /** Different wordings, newest first; turns are named to auditors only. */
  examples: { question: string; askedAt: string; turnId?: string }[];
  /** Title of the best passage that was found last, though not enough. */
  nearestTitle: string | null;
  /** Who asked, for auditors only. */
  askedBy?: { employeeNo: string; name: string }[];
}

export interface ContentGaps {
  items: ContentGap[];
  nextCursor: null;
  /** Questions the groups were made from, and whether there were more than are looked at. */
  questions: number;
  truncated: boolean;
}
