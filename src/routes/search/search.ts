import { readerPrincipals } from '../../policies/documentAccess';
import type { SearchPassages } from '../../retrieval/hybridSearch';
import { koreanDay } from '../../shared/koreanTime';
import { searchSchema } from '../../shared/search';
import { route, type Route } from '../route';

/** Passages for a question: what the agent's tool uses, as the reader's own search. */
export function searchRoutes(searchPassages: SearchPassages): Route[] {
  return [
    route({
      method: 'post',
      path: '/api/search',
      summary: 'Find passages in the documents the reader may see.',
      who: 'signedIn',
      body: searchSchema,
      handle: async ({ actor, body }) => {
        const { passages, mode, degraded } = await searchPassages({
          ...body,
          principals: readerPrincipals(actor),
          today: koreanDay(new Date()),
        });
        return { items: passages, nextCursor: null, mode, degraded };
      },
    }),
  ];
}
