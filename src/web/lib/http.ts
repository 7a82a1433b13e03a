import i18next from 'i18next';
import { ApiError, toApiError } from './apiError';

export interface HttpRequest {
  method?: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Sent as JSON. */
  body?: unknown;
  /** Bearer token: the access token, or the set-up token for the first admin. */
  token?: string;
  signal?: AbortSignal;
}

/**
 * One call to the server, with the reader's language.
 * @throws ApiError unless the answer is OK.
 */
export async function sendRequest(path: string, request: HttpRequest = {}): Promise<Response> {
  const response = await fetch(path, {
    method: request.method ?? 'GET',
    headers: requestHeaders(request),
    body: request.body === undefined ? undefined : JSON.stringify(request.body),
    signal: request.signal,
    credentials: 'same-origin',
  }).catch((cause: unknown) => {
    if (request.signal?.aborted) throw cause;
    throw new ApiError(0, 'network', '');
  });
  if (!response.ok) throw await toApiError(response);
  return response;
}

function requestHeaders({ body, token }: HttpRequest): Headers {
  const headers = new Headers({ 'Accept-Language': i18next.language });
  if (body !== undefined) headers.set('Content-Type', 'application/json');
  if (token) headers.set('Authorization', `Bearer ${token}`);
  return headers;
}

/** A path with its query; parameters that are empty are left out. */
export function withQuery(path: string, parameters: Record<string, string | undefined | null>): string {
  const given = Object.entries(parameters).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
}
