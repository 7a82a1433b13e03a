import type { ErrorRequestHandler, Request, Response } from 'express';
import type { CallLog } from '../audit/calls/callLog';
import { toProblem } from '../errors';
import { requestContext } from '../logging/requestContext';
import type { Logger } from '../logging/logger';
import { asAppError } from './asAppError';

/**
 * Answers every error as a problem (RFC 9457), in the reader's language, or leads a browser to the page that says it, and logs what
 * is the program's fault. What was refused
 * before any route was asked (too many calls, a body that cannot be read, no such path) is counted in the audit.
 */
export function errorHandler(logger: Logger, calls: CallLog): ErrorRequestHandler {
  return async (error: unknown, request, response, next) => {
    const known = asAppError(error);
    const context = requestContext();
    await calls.refused({ name: 'call', error: known.code, address: request.ip });
    if (known.status >= 500) {
      // 503 is a part that is away, which readiness tells too; 500 is a mistake of the program.
      const level = known.status === 503 ? 'warn' : 'error';
      logger[level]({ err: error, requestId: context?.requestId, path: request.path }, 'request failed');
    }
    if (response.headersSent) {
      next(error);
      return;
    }
    const retryAfter = known.options.extra?.retryAfterSeconds;
    if (typeof retryAfter === 'number') response.setHeader('Retry-After', retryAfter);
    const { page } = known.options;
    if (page !== undefined && wantsPage(request, response)) {
      response.status(302).location(page).end();
      return;
    }
    response
      .status(known.status)
      .type('application/problem+json')
      .send(JSON.stringify(toProblem(known, context?.language ?? 'ko', context?.requestId)));
  };
}

/** Whether a browser goes there: a program takes anything, and gets the problem. */
function wantsPage(request: Request, response: Response): boolean {
  response.vary('Accept');
  return request.accepts(['json', 'html']) === 'html';
}
