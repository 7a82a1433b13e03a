import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';

/** A model's endpoint: where it is and with which key. */
export interface Endpoint {
  url: string;
  apiKey?: string;
}

/** How long and how often one request is tried. */
export interface RequestLimits {
  /** For each try, until the whole answer is read. */
  timeoutMs: number;
  retries: number;
}

/** The first pause before another try; doubles each time, spread by half so that several processes do not come back at once. */
const firstPauseMs = 250;

/**
 * The endpoint is where the settings say; nobody's answer sends texts and the key elsewhere. A redirect is an answer like any
 * other that is no success. Not `error`: with that, `fetch` of Node 20 forgets its signal once the garbage is collected, and
 * neither a time-out nor anybody's stop ends the request (`silentEndpoints.test.ts`).
 */
export const followsNoRedirect = 'manual';

class RefusedRequest extends Error {
  constructor(readonly status: number) {
    super(`The endpoint answered ${status}.`);
  }
}

/**
 * Sends a body to a path of the endpoint and reads the answer by a schema.
 * @throws what the last try failed with; at once when aborted.
 */
export async function postJson<Answer>(
  endpoint: Endpoint,
  request: { path: string; body: object; answer: z.ZodType<Answer> },
  limits: RequestLimits,
  signal?: AbortSignal,
): Promise<Answer> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return request.answer.parse(await post(endpoint, request, limits.timeoutMs, signal));
    } catch (error) {
      if (attempt === limits.retries || !mayPass(error)) throw error;
      await wait(firstPauseMs * 2 ** attempt * (0.5 + Math.random()), undefined, { signal });
    }
  }
}

async function post(
  { url, apiKey }: Endpoint,
  { path, body }: { path: string; body: object },
  timeoutMs: number,
  signal?: AbortSignal,
): Promise<unknown> {
  const timeout = AbortSignal.timeout(timeoutMs);
  const response = await fetch(`${url.replace(/\/$/, '')}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(apiKey ? { authorization: `Bearer ${apiKey}` } : {}) },
    body: JSON.stringify(body),
    redirect: followsNoRedirect,
    signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
  });
  if (!response.ok) throw new RefusedRequest(response.status);
  return response.json();
}

/** Whether another try may do better: the network, a time-out, an overloaded or broken server; not a wrong request. */
function mayPass(error: unknown): boolean {
  if (error instanceof RefusedRequest)
    return error.status === 408 || error.status === 429 || error.status >= 500;
  return !(error instanceof z.ZodError);
}
