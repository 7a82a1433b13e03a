import type { AuditLog } from '../../audit/auditLog';
import { AppError } from '../../errors';
import { requestContext } from '../../logging/requestContext';
import type { Actor } from '../../policies/actor';
import { readerPrincipals } from '../../policies/documentAccess';
import { permissionsOf } from '../../policies/permissions';
import type { PeopleRepository } from '../../repositories/people';
import type { Retrieve } from '../../retrieval/hybridSearch';
import { koreanDay } from '../../shared/koreanTime';
import { explainSearchSchema, searchExplanationSchema } from '../../shared/search';
import { route, type Route } from '../route';
import { explainRetrieval } from './explainRetrieval';

/** The retrieval test: what a search did and why, also as somebody else would be answered. */
export function explainRoutes(retrieve: Retrieve, people: PeopleRepository, audit: AuditLog): Route[] {
  /** The person whose rights the test is run with. */
  const readerOf = async (actor: Actor, asEmployeeNo: string | undefined): Promise<Actor> => {
    if (asEmployeeNo === undefined) return actor;
    const person = await people.findByEmployeeNo(asEmployeeNo);
    if (!person?.active) throw new AppError('not_found');
    return { ...person, permissions: permissionsOf(person.role, person.extraPermissions) };
  };

  return [
    route({
      method: 'post',
      path: '/api/search/explain',
      summary:
        'Test the retrieval: both legs with their scores, the fused list, the filter and the evidence.',
      who: 'documents.manage',
      record: 'search.explain',
      body: explainSearchSchema,
      answer: searchExplanationSchema,
      problems: ['not_found', 'search_unavailable', 'embeddings_unavailable'],
      handle: async ({ actor, body: { query, topK, filters, asEmployeeNo } }) => {
        const input = { employeeNo: asEmployeeNo, query, topK, filters };
        await audit.record({ name: 'search.explain', employeeId: actor.id, input });
        const request = {
          query,
          topK,
          filters,
          principals: readerPrincipals(await readerOf(actor, asEmployeeNo)),
          today: koreanDay(new Date()),
        };
        return explainRetrieval(request, await retrieve(request), requestContext()?.language ?? 'ko');
      },
    }),
  ];
}
