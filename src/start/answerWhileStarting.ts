import type { IncomingMessage, ServerResponse } from 'node:http';
import { AppError, toProblem } from '../errors';
import { chooseLanguage } from '../shared/language';
import type { Readiness } from '../shared/system';

/** Nothing of these answers is ever shown, run or kept. */
const headers = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
};

/** Seconds after which it may be looked again. */
const retryAfter = 5;

/**
 * Answers until the program serves: a first start, and one that migrates, take their time, and whoever asks should not take that
 * for the end.
 */
export function answerWhileStarting(request: IncomingMessage, response: ServerResponse): void {
  const answer = (status: number, type: string, body: object) =>
    response
      .writeHead(status, {
        ...headers,
        'Content-Type': type,
        ...(status === 503 ? { 'Retry-After': retryAfter } : {}),
      })
      .end(JSON.stringify(body));
  const path = request.url?.split('?')[0];
  if (path === '/healthz') answer(200, 'application/json', { status: 'ok' });
  else if (path === '/readyz')
    answer(503, 'application/json', { status: 'starting', parts: [] } satisfies Readiness);
  else {
    const language = chooseLanguage(request.headers['accept-language']);
    answer(503, 'application/problem+json', toProblem(new AppError('starting'), language));
  }
}
