import { ipKeyGenerator, rateLimit, type RateLimitRequestHandler } from 'express-rate-limit';
import { AppError } from '../errors';

const windowMs = 60_000;

/** Tries at a password or a code a minute from one address: more than people need, too few to guess. */
export const guessesPerMinute = 30;
/** Calls a minute from one address or person: far above what a person clicks, an office may share an address. */
export const callsPerMinute = 3_000;

/** For routes where a secret is tried: counts refused calls only, by address and by the account that is tried. */
export function guessLimit(): RateLimitRequestHandler {
  return rateLimit({
    windowMs,
    limit: guessesPerMinute,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    skipSuccessfulRequests: true,
    keyGenerator: (request) => {
      const body = request.body as { email?: unknown } | undefined;
      const account = typeof body?.email === 'string' ? body.email.toLowerCase().slice(0, 254) : '';
      // As the route has it: an address may be written in large letters or with a slash behind it, and leads to the same one.
      const { path } = request.route as { path: string };
      return `${path} ${ipKeyGenerator(request.ip ?? '')} ${account}`;
    },
    handler: refuse,
  });
}

/** For every call. */
export function callLimit(): RateLimitRequestHandler {
  return rateLimit({
    windowMs,
    limit: callsPerMinute,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: refuse,
  });
}

function refuse(): never {
  throw new AppError('too_many_requests', { extra: { retryAfterSeconds: windowMs / 1000 } });
}
