import type { Env } from '../env';
import { AppError } from '../errors';
import type { EmbeddingModel } from './embeddings';
import type { RequestLimits } from './postJson';
import { requestEmbeddings } from './requestEmbeddings';
import { toUnitVectors } from './unitVectors';

/** Passages in one request: two seconds of work for a small model on two cores, far below every provider's limit. */
const batchSize = 32;
/** Passages are embedded in the background, maybe on a busy machine: there is time. */
const passageLimits: RequestLimits = { timeoutMs: 60_000, retries: 3 };
/** Somebody waits for the answer to a question, and can be served by keyword search. */
const queryLimits: RequestLimits = { timeoutMs: 2_500, retries: 1 };

/**
 * The model behind an endpoint that speaks the OpenAI embeddings protocol; null where none is configured. An aborted call
 * throws the reason of its signal; every other failure is `embeddings_unavailable`.
 */
export function createEmbeddings(env: Pick<Env, 'embeddings'>): EmbeddingModel | null {
  if (!env.embeddings) return null;
  const endpoint = env.embeddings;
  let size: number | undefined;

  async function embed(model: string, texts: string[], limits: RequestLimits, signal?: AbortSignal) {
    try {
      const vectors = await requestEmbeddings(endpoint, model, texts, limits, signal);
      const unitVectors = toUnitVectors(vectors, texts.length, size);
      size = unitVectors[0]!.length;
      return unitVectors;
    } catch (cause) {
      signal?.throwIfAborted();
      throw new AppError('embeddings_unavailable', { cause });
    }
  }

  async function embedDocuments(texts: string[], signal?: AbortSignal): Promise<number[][]> {
    const vectors: number[][] = [];
    for (let start = 0; start < texts.length; start += batchSize) {
      const batch = texts.slice(start, start + batchSize);
      vectors.push(...(await embed(endpoint.passageModel, batch, passageLimits, signal)));
    }
    return vectors;
  }

  return {
    name: endpoint.passageModel,
    async embedQuery(text, signal) {
      const [vector] = await embed(endpoint.queryModel, [text], queryLimits, signal);
      return vector!;
    },
    embedDocuments,
  };
}
