import { readUsage } from '../../chat/readUsage';
import type { ChatLimits } from '../../env/chatLimits';
import type { Repositories } from '../../repositories/repositories';
import { route, type Route } from '../route';
import { usageDtoSchema } from '../../shared/usage';

/** What is used of the chat. */
export function usageRoutes(repositories: Repositories, limits: ChatLimits): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/usage',
      summary:
        'Own use of the chat today against the limits; for admins and analysts also that of everybody.',
      who: 'signedIn',
      record: 'access',
      answer: usageDtoSchema,
      handle: ({ actor }) => readUsage(actor, repositories, limits),
    }),
  ];
}
