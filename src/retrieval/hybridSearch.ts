import { AppError, type ErrorCode } from '../errors';
import type { Reranker } from '../llm/createReranker';
import type { EmbeddingModel } from '../llm/embeddings';
import type { Passage, SearchFilters } from '../shared/search';
import type { IndexHit, SearchIndex } from '../storage/searchIndex/searchIndex';
import { measureEvidence } from './evidence';
import { describeCandidates } from './candidateFeatures';
import { expandQuestion } from './expandQuestion';
import { foldDuplicates } from './foldDuplicates';
import { highlights } from './highlights';
import type { NameDirectory } from './nameDirectory';
import { oppositesBehind } from './oppositesBehind';
import { rankCandidates, type RankedCandidate } from './rankCandidates';
import { rememberBriefly } from './rememberBriefly';

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
  /** A model is configured and did not answer: found without it, and the reader must be told. */
  degraded: boolean;
  /** Why, for the trace. */
  degradedBy?: AppError;
  /** Probability that the passages answer the question, 0 to 1, see `measureEvidence`. */
  evidence: number;
}

/** A search with all that led to its answer, for whoever tests the retrieval. */
export interface Retrieval extends PassageAnswer {
  /** Words that were added to the question. */
  expansions: string[];
  /** What the index found, best first as ranked, each with the raw score of each leg. */
  candidates: RankedCandidate[];
}

export type SearchPassages = (request: PassageRequest) => Promise<PassageAnswer>;
export type Retrieve = (request: PassageRequest) => Promise<Retrieval>;

interface Parts {
  index: SearchIndex;
  embeddings: EmbeddingModel | null;
  reranker?: Reranker | null;
  /** The names a question may use, see `createNameDirectory`. */
  names: () => Promise<NameDirectory>;
}

/**
 * The one way to passages, for `POST /api/search` and the agent's tool.
 * @throws AppError `search_unavailable`; the signal's reason when it is aborted.
 */
export function createPassageSearch(parts: Parts): SearchPassages {
  const retrieve = createRetrieval(parts);
  return async (request) => {
    const { passages, mode, degraded, degradedBy, evidence } = await retrieve(request);
    return { passages, mode, degraded, degradedBy, evidence };
  };
}

/**
 * By words and meaning where there is an embedding model, else by words: the question with other words for the same is sent
 * to the index as one query, its best candidates are ranked by what both legs say, and near-duplicates folded.
 */
export function createRetrieval({ index, embeddings, reranker = null, names }: Parts): Retrieve {
  const vectorModel = rememberBriefly(vectorModelMs, () => index.vectorModel());
  return async ({ query, topK, filters = {}, principals, today, signal }) => {
    const { words, expansions } = expandQuestion(query, await names());
    // While the index is embedded again, its vectors are another model's.
    const comparable = embeddings !== null && (await vectorModel()) === embeddings.name;
    const { answer: vector, failure } = await orWithout('embeddings_unavailable', () =>
      comparable ? embeddings.embedQuery(query, signal) : undefined,
    );
    const outdated = embeddings && !comparable ? new AppError('embeddings_outdated') : undefined;
    const { validOn = today, docTypes, productCodes } = filters;
    const hits = await index.search({
      text: query,
      expansions,
      vector,
      vectorModel: embeddings?.name,
      topK: Math.max(topK, vector ? candidatesOfEachWay : candidatesByWords),
      principals,
      docTypes,
      productCodes,
      validOn,
    });
    const described = describeCandidates(query, words, hits);
    const ranked = oppositesBehind(query, words, rankCandidates(query, described));
    const { answer: reranked = ranked, failure: rerankFailure } = await orWithout(
      'reranker_unavailable',
      () => (reranker ? rerank(reranker, query, ranked, signal) : undefined),
    );
    const degradedBy = outdated ?? failure ?? rerankFailure;
    return {
      passages: foldDuplicates(reranked.map(({ hit }) => hit))
        .slice(0, topK)
        .map((hit) => toPassage(hit, query)),
      mode: vector ? 'hybrid' : 'keyword',
      degraded: degradedBy !== undefined,
      degradedBy,
      evidence: measureEvidence(reranked),
      expansions,
      candidates: reranked,
    };
  };
}

/**
 * How many of the best of each way are ranked by what they say. Fifty in place of thirty found no answer more on 480 questions
 * and cost half as much again.
 */
const candidatesOfEachWay = 30;

/** By words alone more are worth reading: fifty hold 85 % of the answers to the samples' questions, thirty 79 % (OpenSearch). */
const candidatesByWords = 50;

/** How long a process goes by what it knows of the serving index: a search in between is one call and not two. */
const vectorModelMs = 1_000;

/** A model that is down makes an answer worse, not impossible. */
async function orWithout<Answer>(
  code: ErrorCode,
  ask: () => Promise<Answer> | undefined,
): Promise<{ answer?: Answer; failure?: AppError }> {
  try {
    return { answer: await ask() };
  } catch (error) {
    if (error instanceof AppError && error.code === code) return { failure: error };
    throw error;
  }
}

/** Passages a reranker is shown: each costs it some milliseconds, and the answer is hardly ever further down. */
const rerankedPassages = 40;

/** The model's order for the best candidates; what it was not shown stays behind them. */
async function rerank(
  reranker: Reranker,
  query: string,
  ranked: RankedCandidate[],
  signal?: AbortSignal,
): Promise<RankedCandidate[]> {
  const shown = ranked.slice(0, rerankedPassages);
  if (shown.length === 0) return ranked;
  const texts = shown.map(({ hit }) => [hit.title, hit.heading, hit.text].filter(Boolean).join('\n'));
  const scores = await reranker.score(query, texts, signal);
  const ordered = shown
    .map((candidate, at) => ({ ...candidate, hit: { ...candidate.hit, score: scores[at]! } }))
    .sort((a, b) => b.hit.score - a.hit.score);
  return [...ordered, ...ranked.slice(shown.length)];
}

function toPassage(hit: IndexHit & { duplicates: IndexHit[] }, question: string): Passage {
  return {
    documentId: hit.documentId,
    chunkId: hit.chunkId,
    title: hit.title,
    docType: hit.docType,
    version: hit.version,
    parentId: hit.parentId,
    heading: hit.heading,
    page: hit.page,
    charStart: hit.charStart,
    charEnd: hit.charEnd,
    text: hit.text,
    score: hit.score,
    highlights: highlights(hit.text, question),
    duplicates: hit.duplicates.map(({ documentId, chunkId, title, page }) => ({
      documentId,
      chunkId,
      title,
      page,
    })),
  };
}
