import { z } from 'zod';
import { postJson, type Endpoint, type RequestLimits } from './postJson';

const answerSchema = z.object({
  data: z.array(z.object({ index: z.number().int(), embedding: z.array(z.number()) })),
});

/**
 * One request of the OpenAI embeddings protocol: the vectors of the texts, in their order, as the endpoint gives them.
 * Written on `fetch`, because LangChain's `OpenAIEmbeddings` cannot be aborted and takes any answer for the right one.
 * @throws what the last try failed with; at once when aborted.
 */
export async function requestEmbeddings(
  endpoint: Endpoint,
  model: string,
  input: string[],
  limits: RequestLimits,
  signal?: AbortSignal,
): Promise<number[][]> {
  const body = { model, input, encoding_format: 'float' };
  const { data } = await postJson(
    endpoint,
    { path: '/embeddings', body, answer: answerSchema },
    limits,
    signal,
  );
  return data.sort((a, b) => a.index - b.index).map(({ embedding }) => embedding);
}
