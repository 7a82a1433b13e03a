import type { SuggestQuestions } from '../../chat/suggestions/suggestQuestions';
import { requestContext } from '../../logging/requestContext';
import { route, type Route } from '../route';
import { suggestionDtoSchema } from '../../shared/suggestions';
import { wholeList } from '../answers';

/** What a person could begin a chat with. */
export function suggestionRoutes(suggestQuestions: SuggestQuestions): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/suggestions',
      summary: 'Questions to begin with, from what is true for the person now; each has an answer.',
      who: 'chat.use',
      record: 'access',
      answer: wholeList(suggestionDtoSchema),
      handle: async ({ actor }) => ({
        items: await suggestQuestions(actor, requestContext()?.language ?? 'ko'),
        nextCursor: null,
      }),
    }),
  ];
}
