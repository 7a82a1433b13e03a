import { z } from 'zod';
import type { Env } from '../env';
import { AppError } from '../errors';
import { postJson, type RequestLimits } from './postJson';

/** Reads question and passage together, which is more exact than comparing vectors, and slower. */
export interface Reranker {
  readonly name: string;
  /**
   * How well each passage answers the question, in their order, 0 to 1 or as the model has it: comparable within one call.
   * @throws AppError `reranker_unavailable`; the signal's reason when aborted.
   */
  score(question: string, passages: string[], signal?: AbortSignal): Promise<number[]>;
}

/** Somebody waits for the answer, and without the model it is a good one too. */
const limits: RequestLimits = { timeoutMs: 2_000, retries: 0 };

const answerSchema = z.object({
  results: z.array(z.object({ index: z.number().int().min(0), relevance_score: z.number() })),
});

/**
 * The model behind an endpoint with the `/rerank` call that Jina, Cohere and vLLM share; null where none is configured.
 */
export function createReranker(env: Pick<Env, 'reranker'>): Reranker | null {
  if (!env.reranker) return null;
  const { model, ...endpoint } = env.reranker;
  return {
    name: model,
    async score(query, documents, signal) {
      const body = { model, query, documents, top_n: documents.length, return_documents: false };
      try {
        const { results } = await postJson(
          endpoint,
          { path: '/rerank', body, answer: answerSchema },
          limits,
          signal,
        );
        const scores = new Map(results.map(({ index, relevance_score }) => [index, relevance_score]));
        const isOneEach = results.length === documents.length && scores.size === documents.length;
        if (!isOneEach || Math.max(...scores.keys()) >= documents.length)
          throw new Error(`${results.length} scores for ${documents.length} passages`);
        return documents.map((_document, at) => scores.get(at)!);
      } catch (cause) {
        signal?.throwIfAborted();
        throw new AppError('reranker_unavailable', { cause });
      }
    },
  };
}
