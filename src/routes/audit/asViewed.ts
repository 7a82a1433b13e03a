import type { AuditView } from '../../audit/auditView';
import type { Mask } from '../../privacy/privacy';
import type { Route } from '../route';

/**
 * Routes of the audit, and what is made of it: each takes what its caller means, and answers what its caller may see of people. One
 * that streams its answer passes each part itself.
 * @param mask of what is sent; not given: it is taken as it is, since codes stand in it that have to be found.
 */
export function asViewed(
  routes: Route[],
  { forViewer, meantBy }: AuditView,
  mask: Mask = (value) => value,
): Route[] {
  return routes.map((route) => ({
    ...route,
    async handle(input) {
      const actor = input.actor!; // none of them is for everybody
      const [query, body] = await Promise.all([meantBy(actor, input.query), meantBy(actor, input.body)]);
      return forViewer(actor, await route.handle({ ...input, query, body: mask(body) }));
    },
  }));
}
