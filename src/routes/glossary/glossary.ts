import { glossary } from '../../analytics/glossary';
import { type Glossary, glossarySchema } from '../../shared/glossary';
import { route, type Route } from '../route';

/** What figures can be asked for, and what they mean. */
export function glossaryRoutes(): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/glossary',
      summary:
        'Metrics and dimensions of figures: label, definition, unit, words for them, an example question.',
      who: 'signedIn',
      record: 'access',
      answer: glossarySchema,
      handle: async (): Promise<Glossary> => ({ items: glossary(), nextCursor: null }),
    }),
  ];
}
