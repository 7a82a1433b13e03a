import { z } from 'zod';
import { route, type Route } from '../route';
import { describeSockets } from './describeSockets';

/** The description of every event of the sockets (AsyncAPI 3.0), made from the same schemas that check what is sent. */
export function asyncApiRoute(version: string): Route {
  let description: { asyncapi: string } | undefined;
  return route({
    method: 'get',
    path: '/api/asyncapi.json',
    summary: 'Description of the events of the sockets.',
    who: 'everyone',
    record: 'count',
    beforeMigration: true,
    answer: z.looseObject({ asyncapi: z.string() }),
    handle: async (): Promise<{ asyncapi: string }> => (description ??= describeSockets(version)),
  });
}
