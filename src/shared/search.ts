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

/** One passage found, as `POST /api/search` and the agent's tool answer it. */
export interface Passage {
  documentId: string;
  chunkId: string;
  title: string;
  docType: string;
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
}
