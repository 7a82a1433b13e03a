import { Router, type Request, type RequestHandler, type Response } from 'express';
import type { z } from 'zod';
import type { Accounts } from '../accounts/accounts';
import { AppError } from '../errors';
import { bearerToken } from '../middlewares/bearerToken';
import type { Actor } from '../policies/actor';
import { demand } from '../policies/permissions';
import type { Database } from '../storage/database/database';
import { parseInput } from './parseInput';
import type { Route } from './route';

interface Mounting {
  accounts: Accounts;
  /** Limits how often secrets are guessed. */
  guard: RequestHandler;
  /** Gives up on work whose database does not answer. */
  whileReachable: Database['whileReachable'];
  /** False while migrations are pending. */
  isMigrated: () => boolean;
}

/** Puts routes on a router. In this order: may it be served, who is it, may they, is the input right, what is asked. */
export function mountRoutes(routes: Route[], mounting: Mounting): Router {
  const router = Router();
  for (const route of routes) {
    const before = route.guarded ? [mounting.guard] : [];
    router[route.method](route.path, ...before, (request, response) =>
      route.beforeMigration
        ? serve(route, mounting, request, response)
        : mounting.whileReachable(() => serve(route, mounting, request, response)),
    );
  }
  return router;
}

async function serve(route: Route, mounting: Mounting, request: Request, response: Response): Promise<void> {
  if (!route.beforeMigration && !mounting.isMigrated()) throw new AppError('migrations_pending');
  const actor = route.who === 'everyone' ? null : await signedIn(request, mounting.accounts);
  if (actor && route.who !== 'everyone' && route.who !== 'signedIn') demand(actor, route.who);
  const answer = await route.handle({
    actor,
    params: parseParams(route.params, request.params),
    query: parse(route.query, request.query, 'query'),
    body: parse(route.body, request.body, ''),
    request,
    response,
  });
  if (response.headersSent) return;
  if (answer === undefined) response.status(204).end();
  else response.status(route.status ?? 200).json(answer);
}

async function signedIn(request: Request, accounts: Accounts): Promise<Actor> {
  const token = bearerToken(request);
  if (token === null) throw new AppError('unauthenticated');
  return accounts.authenticate(token);
}

function parse(schema: z.ZodType | undefined, input: unknown, place: string): undefined {
  return schema ? (parseInput(schema, input, place) as undefined) : undefined;
}

/** A key that names a thing and has not the form of one names nothing. */
function parseParams(schema: z.ZodType | undefined, input: unknown): undefined {
  if (schema && !schema.safeParse(input).success) throw new AppError('not_found');
  return parse(schema, input, 'params');
}
