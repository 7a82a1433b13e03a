import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import { withRequestContext } from '../logging/requestContext';
import { chooseLanguage } from '../shared/language';

/** Gives each request a number, which the answer carries, and the language of its reader. */
export const requestContext: RequestHandler = (request, response, next) => {
  const requestId = randomUUID();
  response.setHeader('X-Request-Id', requestId);
  withRequestContext({ requestId, language: chooseLanguage(request.headers['accept-language']) }, next);
};
