import { z } from 'zod';
import { route, type Route } from '../route';
import { describeApi } from './describeApi';

/** The description of every route (OpenAPI 3.1), made from the same schemas the routes check their input with. */
export function openApiRoute(routes: Route[], version: string): Route {
  // Made when it is first asked for: it takes a while, and a start should not wait for it.
  let description: { openapi: string } | undefined;
  const self: Route = route({
    method: 'get',
    path: '/api/openapi.json',
    summary: 'This description.',
    who: 'everyone',
    record: 'count',
    beforeMigration: true,
    answer: z.looseObject({ openapi: z.string() }),
    handle: async (): Promise<{ openapi: string }> =>
      (description ??= describeApi([...routes, self], version)),
  });
  return self;
}
