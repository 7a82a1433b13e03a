import type { Request, Response } from 'express';
import type { z } from 'zod';
import type { Actor } from '../policies/actor';
import type { Permission } from '../shared/people';

/** Who may call: everybody, whoever is signed in, or whoever has a right. */
export type Who = 'everyone' | 'signedIn' | Permission;

type Parsed<Schema> = Schema extends z.ZodType ? z.infer<Schema> : undefined;

export interface RouteInput<Access extends Who, Params, Query, Body> {
  actor: Access extends 'everyone' ? null : Actor;
  params: Parsed<Params>;
  query: Parsed<Query>;
  body: Parsed<Body>;
  request: Request;
  response: Response;
}

interface RouteOptions<
  Access extends Who,
  Params extends z.ZodType | undefined,
  Query extends z.ZodType | undefined,
  Body extends z.ZodType | undefined,
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
  /** Status of a good answer; 200 when not given. */
  status?: number;
  /** Whether a program may call it by a key; not given: it may, where `who` lets it. What is about one's own account is for people. */
  byKey?: false;
  /** Guesses at a secret are tried here: few calls a minute. */
  guarded?: boolean;
  /**
   * Also served while migrations are pending; `ifPossible`: as far as it can do with the tables of before, so that an admin can
   * sign in to migrate.
   */
  beforeMigration?: true | 'ifPossible';
  /** What is answered as JSON; nothing for a handler that answers by itself. */
  handle(input: RouteInput<Access, Params, Query, Body>): Promise<unknown>;
}

/** A route with its schemas, as the router, the documentation and the tests read it. */
export type Route = RouteOptions<Who, z.ZodType | undefined, z.ZodType | undefined, z.ZodType | undefined>;

/** Declares a route; the handler's input is typed by its schemas. */
export function route<
  Access extends Who,
  Params extends z.ZodType | undefined = undefined,
  Query extends z.ZodType | undefined = undefined,
  Body extends z.ZodType | undefined = undefined,
>(options: RouteOptions<Access, Params, Query, Body>): Route {
  return options;
}
