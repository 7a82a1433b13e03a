import type { AuditLog } from '../../audit/auditLog';
import { readerPrincipals } from '../../policies/documentAccess';
import type { SearchPassages } from '../../retrieval/hybridSearch';
import { koreanDay } from '../../shared/koreanTime';
import { searchSchema, type Passage, searchAnswerSchema } from '../../shared/search';
import { route, type Route } from '../route';

/** Passages for a question: what the agent's tool uses, as the reader's own search. */
export function searchRoutes(searchPassages: SearchPassages, audit: AuditLog): Route[] {
  return [
    route({
      method: 'post',
      path: '/api/search',
      summary: 'Find passages in the documents the reader may see.',
      who: 'signedIn',
      record: 'search.passages',
      body: searchSchema,
      answer: searchAnswerSchema,
      problems: ['search_unavailable', 'embeddings_unavailable'],
      handle: async ({ actor, body }) => {
        const startedAt = new Date();
        const principals = readerPrincipals(actor);
        const found = await searchPassages({ ...body, principals, today: koreanDay(startedAt) });
        const { passages, mode, degraded } = found;
        await audit.record({
          ...{ name: 'search.passages', employeeId: actor.id, input: { ...body, principals } },
          output: { mode, degraded, evidence: found.evidence, passages: passages.map(seen) },
          ...{ startedAt, ms: Date.now() - startedAt.getTime() },
        });
        return { items: passages, nextCursor: null, mode, degraded };
      },
    }),
  ];
}

/** Which passage a search has shown, and with what score. */
function seen({ documentId, chunkId, score }: Passage) {
  return { documentId, chunkId, score };
}
