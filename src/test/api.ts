import type { Answer } from './answer';
import { compareAnswer } from './describedApi';

export type { Answer };

/** One REST call, JSON or a form; its answer has to be one that the API describes. */
export async function callApi<Body = Record<string, unknown>>(
  url: string,
  method: string,
  path: string,
  options: { token?: string; body?: unknown; form?: FormData; headers?: Record<string, string> } = {},
): Promise<Answer<Body>> {
  const target = new URL(path, url);
  const response = await fetch(target, {
    redirect: 'manual',
    method,
    headers: {
      ...(options.token ? { authorization: `Bearer ${options.token}` } : {}),
      ...(options.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...options.headers,
    },
    body: options.form ?? (options.body === undefined ? undefined : JSON.stringify(options.body)),
  });
  const text = await response.text();
  const isJson = /[/+]json\b/.test(response.headers.get('content-type') ?? '');
  const answer = {
    status: response.status,
    headers: response.headers,
    body: (isJson ? JSON.parse(text) : text || null) as Body,
  };
  compareAnswer(target, method, answer);
  return answer;
}
