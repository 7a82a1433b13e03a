import { Router, type Request, type RequestHandler, type Response } from 'express';
import type { z } from 'zod';
import type { Accounts } from '../accounts/accounts';
import { demandFactor } from '../accounts/admission';
import type { CallLog } from '../audit/calls/callLog';
import { AppError } from '../errors';
import { hasRecord, noteApiKey } from '../logging/requestContext';
import { asAppError } from '../middlewares/asAppError';
import { bearerToken } from '../middlewares/bearerToken';
import type { Actor } from '../policies/actor';
import { demand } from '../policies/permissions';
import { lacksSchema } from '../storage/database/lacksSchema';
import type { Database } from '../storage/database/database';
import type { CallMetrics } from '../telemetry/metrics/callMetrics';
import { parseInput } from './parseInput';
import type { Route } from './route';

interface Mounting {
  accounts: Accounts;
  calls: CallLog;
  requests: Pick<CallMetrics, 'request'>;
  /** Limits how often secrets are guessed. */
  guard: RequestHandler;
  /** Gives up on work whose database does not answer. */
  whileReachable: Database['whileReachable'];
  /** False while migrations are pending. */
  isMigrated: () => boolean;
}

/**
 * Puts routes on a router. In this order: may it be served, who is it, may they (first of all by a second factor), is the input right, what is asked, what is left of it
 * in the audit.
 */
export function mountRoutes(routes: Route[], mounting: Mounting): Router {
  const router = Router();
  for (const [path, ofPath] of byPath(routes)) {
    for (const route of ofPath) {
      const before = [countRequest(route, mounting), ...(route.guarded ? [mounting.guard] : [])];
      router[route.method](route.path, ...before, (request, response) =>
        route.beforeMigration === true
          ? serve(route, mounting, request, response)
          : mounting.whileReachable(() => serve(route, mounting, request, response)),
      );
    }
    router.all(path, refuseMethod(ofPath));
  }
  return router;
}

/** Counts each call once its answer has gone out or was cut off, whoever gave it. */
function countRequest({ method, path: route }: Route, { requests }: Mounting): RequestHandler {
  return (_request, response, next) => {
    const startedAt = performance.now();
    response.once('close', () => {
      const seconds = (performance.now() - startedAt) / 1_000;
      requests.request({ method: method.toUpperCase(), route, status: response.statusCode, seconds });
    });
    next();
  };
}

/** Paths that are written out come before those with a name in them, which they would be taken for. */
function byPath(routes: Route[]): [path: string, routes: Route[]][] {
  const paths = new Map<string, Route[]>();
  for (const route of routes) paths.set(route.path, [...(paths.get(route.path) ?? []), route]);
  const names = (path: string) => path.split('/:').length;
  return [...paths].sort(([left], [right]) => names(left) - names(right));
}

/** Answers what no route of a path takes: which methods it has. */
function refuseMethod(routes: Route[]): RequestHandler {
  const methods = routes.map(({ method }) => method.toUpperCase());
  const allowed = (methods.includes('GET') ? [...methods, 'HEAD'] : methods).sort().join(', ');
  return (_request, response) => {
    response.setHeader('Allow', allowed);
    throw new AppError('method_not_allowed');
  };
}

/** What is known of a call while it is served. */
interface Call {
  startedAt: Date;
  /** Who it is, where that has been looked at. */
  asking?: Promise<Actor>;
  actor?: Actor;
  input: { params?: unknown; query?: unknown };
}

async function serve(route: Route, mounting: Mounting, request: Request, response: Response): Promise<void> {
  const call: Call = { startedAt: new Date(), input: {} };
  try {
    const answer = await answerOf(route, call, { mounting, request, response });
    await leaveRecord(route, call, { calls: mounting.calls, response });
    if (response.headersSent) return;
    if (answer === undefined) response.status(204).end();
    else response.status(route.status ?? 200).json(answer);
  } catch (caught) {
    const isAhead = route.beforeMigration === 'ifPossible' && !mounting.isMigrated() && lacksSchema(caught);
    const error = isAhead ? new AppError('migrations_pending', { cause: caught }) : caught;
    // A handler that lets in by itself (who may migrate depends on whether there is an admin) has asked for the person there.
    const actor = await (call.asking ?? signedIn(request, mounting.accounts)).catch(() => undefined);
    await mounting.calls.refused({
      ...{ ...described(route, call), employeeId: actor?.id },
      error: asAppError(error).code,
      address: request.ip,
    });
    throw error;
  }
}

async function answerOf(
  route: Route,
  call: Call,
  { mounting, request, response }: { mounting: Mounting; request: Request; response: Response },
): Promise<unknown> {
  if (!route.beforeMigration && !mounting.isMigrated()) throw new AppError('migrations_pending');
  if (route.who !== 'everyone') call.asking = signedIn(request, mounting.accounts);
  const actor = (await call.asking) ?? null;
  if (actor) call.actor = actor;
  if (actor) demandRight(actor, route);
  const params = parseParams(route.params, request.params);
  const query = parse(route.query, request.query, 'query');
  call.input = { params, query };
  const body = parse(route.body, request.body, '');
  return route.handle({ actor, params, query, body, request, response });
}

/** A program has no rights by being signed in: what everybody may do it may with the right that everybody has. */
function demandRight(actor: Actor, { who, byKey, owingFactor }: Route): void {
  if (actor.apiKeyId !== undefined || !owingFactor) demandFactor(actor);
  if (actor.apiKeyId !== undefined && byKey === false) throw new AppError('forbidden');
  if (who !== 'everyone' && who !== 'signedIn') demand(actor, who);
  else if (actor.apiKeyId !== undefined) demand(actor, 'chat.use');
}

/** That of the handler, or else that there was a call. What anybody may do without end is counted. */
async function leaveRecord(
  route: Route,
  call: Call,
  { calls, response }: { calls: CallLog; response: Response },
): Promise<void> {
  if (hasRecord(route.record)) return;
  const served = described(route, call);
  const employeeId = call.actor?.id;
  if (route.record === 'count' || employeeId === undefined) {
    // A handler that answers by itself may have chosen another status.
    const status = response.headersSent ? response.statusCode : (route.status ?? 200);
    calls.count({ name: served.name, status });
  } else await calls.served({ ...served, employeeId });
}

function described(route: Route, { startedAt, input }: Call) {
  const { params, query } = input;
  return {
    name: `${route.method.toUpperCase()} ${route.path}`,
    startedAt,
    ms: Date.now() - startedAt.getTime(),
    input: params === undefined && query === undefined ? undefined : { params, query },
  };
}

async function signedIn(request: Request, accounts: Accounts): Promise<Actor> {
  const token = bearerToken(request);
  if (token === null) throw new AppError('unauthenticated');
  const actor = await accounts.identify(token);
  noteApiKey(actor.apiKeyId);
  return actor;
}

function parse(schema: z.ZodType | undefined, input: unknown, place: string): undefined {
  return schema ? (parseInput(schema, input, place) as undefined) : undefined;
}

/** A key that names a thing and has not the form of one names nothing. */
function parseParams(schema: z.ZodType | undefined, input: unknown): undefined {
  if (schema && !schema.safeParse(input).success) throw new AppError('not_found');
  return parse(schema, input, 'params');
}
