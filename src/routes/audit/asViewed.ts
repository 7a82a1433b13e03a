import type { AuditView } from '../../audit/auditView';
import type { Mask } from '../../privacy/privacy';
import type { Route } from '../route';

/**
 * Routes of the audit: each takes what its caller means, and answers what its caller may see of people. One
 * that streams its answer passes each part itself.
 */
export function asViewed(routes: Route[], { forViewer, meantBy }: AuditView, mask: Mask): Route[] {
  return routes.map((route) => ({
    ...route,
    async handle(input) {
      const actor = input.actor!; // none of them is for everybody
      const [query, body] = await Promise.all([meantBy(actor, input.query), meantBy(actor, input.body)]);
      return forViewer(actor, await route.handle({ ...input, query, body: mask(body) }));
    },
  }));
}
