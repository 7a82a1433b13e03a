import type { Request, Response } from 'express';
import type { z } from 'zod';
import type { ErrorCode } from '../errors';
import type { Actor } from '../policies/actor';
import type { Permission } from '../shared/people';

/** Who may call: everybody, whoever is signed in, or whoever has a right. */
export type Who = 'everyone' | 'signedIn' | Permission;

/** What a caller may show: the token of a sign-in, the set-up token of the installation, the cookie a sign-in sets, or nothing. */
export type Credential = 'accessToken' | 'setUpToken' | 'refreshCookie' | 'nothing';

type Parsed<Schema> = Schema extends z.ZodType ? z.infer<Schema> : undefined;

export interface RouteInput<Access extends Who, Params, Query, Body> {
  actor: Access extends 'everyone' ? null : Actor;
  params: Parsed<Params>;
  query: Parsed<Query>;
  body: Parsed<Body>;
  request: Request;
  response: Response;
}

/** What a handler has to come to: what it declares, or nothing where it has answered by itself. */
type Answered<Answer> = Answer extends z.ZodType ? z.input<Answer> | undefined : unknown;

interface RouteOptions<
  Access extends Who,
  Params extends z.ZodType | undefined,
  Query extends z.ZodType | undefined,
  Body extends z.ZodType | undefined,
  Answer extends z.ZodType | undefined,
> {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** As Express writes it: `/api/documents/:id`. */
  path: string;
  /** One line for the API documentation. */
  summary: string;
  who: Access;
  /**
   * What a good call leaves in `system_trace_logs`: the event of this name, which the handler writes before it does anything or in
   * the same transaction; `access` for a call that changes nothing: who made it, written before it is answered; `count` for what
   * anybody may ask without signing in and which is nobody's: how often. A refusal leaves one in any case.
   */
  record: 'access' | 'count' | (string & {});
  params?: Params;
  query?: Query;
  body?: Body;
  /** The body comes as a form that is encoded like an address (`application/x-www-form-urlencoded`), or as JSON. */
  isForm?: true;
  /** Fields beside `file` of a `multipart/form-data` body, which the handler receives by itself. */
  form?: z.ZodType;
  /** What a good answer is, as JSON. */
  answer?: Answer;
  /** Media types of a good answer that is a file, which the handler sends by itself; with neither there is none to a good call. */
  file?: readonly string[];
  /** Status of a good answer; 200 when not given. */
  status?: number;
  /** Whether a program may call it by a key; not given: it may, where `who` lets it. What is about one's own account is for people. */
  byKey?: false;
  /** Open to whoever owes a second factor: what sets one up, and looks after the own sign-ins. Nothing else is. */
  owingFactor?: true;
  /** Statuses beside it that come with the same answer, and not with a problem. */
  otherStatuses?: readonly number[];
  /** Problems it may answer with beside those that follow from the rest of this declaration (`openapi/problemsOf.ts`). */
  problems?: readonly ErrorCode[];
  /** How a caller shows who it is where `who` is everyone and the handler asks by itself. */
  credentials?: readonly Credential[];
  /** A good answer leads the browser on to another address (302). */
  leadsOn?: true;
  /** A good answer sets the refresh cookie, or takes it away. */
  setsCookie?: true;
  /** Guesses at a secret are tried here: few calls a minute. */
  guarded?: boolean;
  /**
   * Also served while migrations are pending; `ifPossible`: as far as it can do with the tables of before, so that an admin can
   * sign in to migrate.
   */
  beforeMigration?: true | 'ifPossible';
  /** What is answered as JSON; nothing for a handler that answers by itself. */
  handle(input: RouteInput<Access, Params, Query, Body>): Promise<Answered<Answer>>;
}

/** A route with its schemas, as the router, the documentation and the tests read it. */
export type Route = RouteOptions<
  Who,
  z.ZodType | undefined,
  z.ZodType | undefined,
  z.ZodType | undefined,
  z.ZodType | undefined
>;

/** Declares a route; the handler's input is typed by its schemas. */
export function route<
  Access extends Who,
  Params extends z.ZodType | undefined = undefined,
  Query extends z.ZodType | undefined = undefined,
  Body extends z.ZodType | undefined = undefined,
  Answer extends z.ZodType | undefined = undefined,
>(options: RouteOptions<Access, Params, Query, Body, Answer>): Route {
  return options;
}
