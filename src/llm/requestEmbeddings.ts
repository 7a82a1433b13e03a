import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import type { Env } from '../env';

/** How long and how often one request is tried. */
export interface RequestLimits {
  /** For each try, until the whole answer is read. */
  timeoutMs: number;
  retries: number;
}

/** The first pause before another try; doubles each time, spread by half so that several processes do not come back at once. */
const firstPauseMs = 250;

const answerSchema = z.object({
  data: z.array(z.object({ index: z.number().int(), embedding: z.array(z.number()) })),
});

class RefusedRequest extends Error {
  constructor(readonly status: number) {
    super(`The embedding endpoint answered ${status}.`);
  }
}

/**
 * One request of the OpenAI embeddings protocol: the vectors of the texts, in their order, as the endpoint gives them.
 * Written on `fetch`, because LangChain's `OpenAIEmbeddings` cannot be aborted and takes any answer for the right one.
 * @throws what the last try failed with; at once when aborted.
 */
export async function requestEmbeddings(
  endpoint: Pick<NonNullable<Env['embeddings']>, 'url' | 'apiKey'>,
  model: string,
  input: string[],
  limits: RequestLimits,
  signal?: AbortSignal,
): Promise<number[][]> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await post(endpoint, { model, input, encoding_format: 'float' }, limits.timeoutMs, signal);
    } catch (error) {
      if (attempt === limits.retries || !mayPass(error)) throw error;
      await wait(firstPauseMs * 2 ** attempt * (0.5 + Math.random()), undefined, { signal });
    }
  }
}

async function post(
  { url, apiKey }: Pick<NonNullable<Env['embeddings']>, 'url' | 'apiKey'>,
  body: object,
  timeoutMs: number,
  signal?: AbortSignal,
): Promise<number[][]> {
  const timeout = AbortSignal.timeout(timeoutMs);
  const response = await fetch(`${url.replace(/\/$/, '')}/embeddings`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(apiKey ? { authorization: `Bearer ${apiKey}` } : {}) },
    body: JSON.stringify(body),
    signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
  });
  if (!response.ok) throw new RefusedRequest(response.status);
  const { data } = answerSchema.parse(await response.json());
  return data.sort((a, b) => a.index - b.index).map(({ embedding }) => embedding);
}

/** Whether another try may do better: the network, a time-out, an overloaded or broken server; not a wrong request. */
function mayPass(error: unknown): boolean {
  if (error instanceof RefusedRequest)
    return error.status === 408 || error.status === 429 || error.status >= 500;
  return !(error instanceof z.ZodError);
}
