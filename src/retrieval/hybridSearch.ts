import { AppError } from '../errors';
import type { EmbeddingModel } from '../llm/embeddings';
import type { Passage, SearchFilters } from '../shared/search';
import type { IndexHit, SearchIndex } from '../storage/searchIndex/searchIndex';
import { measureEvidence } from './evidence';

export interface PassageRequest {
  query: string;
  topK: number;
  filters?: SearchFilters;
  /** The reader's principals, which policy gives; null: may read all. */
  principals: string[] | null;
  /** KST calendar day, for documents with validity dates. */
  today: string;
  signal?: AbortSignal;
}

export interface PassageAnswer {
  /** Best first. */
  passages: Passage[];
  mode: 'hybrid' | 'keyword';
  /** A model is configured and did not answer: found by keyword alone, and the reader must be told. */
  degraded: boolean;
  /** Why, for the trace. */
  degradedBy?: AppError;
  /** 0 to 1, see `measureEvidence`. */
  evidence: number;
}

export type SearchPassages = (request: PassageRequest) => Promise<PassageAnswer>;

interface Parts {
  index: SearchIndex;
  embeddings: EmbeddingModel | null;
}

/**
 * The one way to passages, for `POST /api/search` and the agent's tool: by words and meaning where there is an embedding
 * model, else by words. The answer says which.
 * @throws AppError `search_unavailable`; the signal's reason when it is aborted.
 */
export function createPassageSearch({ index, embeddings }: Parts): SearchPassages {
  return async ({ query, topK, filters = {}, principals, today, signal }) => {
    const { vector, failure } = await embedQuestion(embeddings, query, signal);
    const { validOn = today, docTypes, productCodes } = filters;
    const hits = await index.search({
      text: query,
      vector,
      topK,
      principals,
      docTypes,
      productCodes,
      validOn,
    });
    const passages = hits.map(toPassage);
    return {
      passages,
      mode: vector ? 'hybrid' : 'keyword',
      degraded: failure !== undefined,
      degradedBy: failure,
      evidence: measureEvidence(query, passages),
    };
  };
}

async function embedQuestion(
  embeddings: EmbeddingModel | null,
  query: string,
  signal?: AbortSignal,
): Promise<{ vector?: number[]; failure?: AppError }> {
  if (!embeddings) return {};
  try {
    return { vector: await embeddings.embedQuery(query, signal) };
  } catch (error) {
    if (error instanceof AppError && error.code === 'embeddings_unavailable') return { failure: error };
    throw error;
  }
}

function toPassage(hit: IndexHit): Passage {
  return {
    documentId: hit.documentId,
    chunkId: hit.chunkId,
    title: hit.title,
    docType: hit.docType,
    heading: hit.heading,
    page: hit.page,
    charStart: hit.charStart,
    charEnd: hit.charEnd,
    text: hit.text,
    score: hit.score,
    highlights: hit.highlights,
  };
}
