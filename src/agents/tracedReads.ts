import type { TurnTrace } from '../audit/turnTrace';
import type { Actor } from '../policies/actor';
import { readerPrincipals } from '../policies/documentAccess';
import type { SearchPassages } from '../retrieval/hybridSearch';
import { koreanDay } from '../shared/koreanTime';
import type { ToolContext } from '../tools/toolContext';

/** What is read as a person within one step of a turn. */
export type TracedReads = Pick<ToolContext, 'searchPassages' | 'recordQuery'>;

/** Searches as the person who asks, and the record of queries, each traced under the span of its step. */
export function tracedReads(
  step: { actor: Actor; now: Date; signal: AbortSignal; trace: TurnTrace; parentId: string },
  searchPassages: SearchPassages,
): TracedReads {
  const { actor, now, signal, trace, parentId } = step;
  return {
    searchPassages: (request) => {
      const asked = { ...request, principals: readerPrincipals(actor) };
      return trace.measure(
        { kind: 'search', name: 'passages', input: asked, parentId },
        () => searchPassages({ ...asked, today: koreanDay(now), signal }),
        ({ degradedBy, ...answer }) => ({ ...answer, degradedBy: degradedBy?.code }),
      );
    },
    recordQuery: ({ name, sql, parameters, rowCount, startedAt, ms, error }) =>
      trace.add({
        kind: 'query',
        name,
        input: { sql, parameters },
        output: { rowCount },
        error,
        startedAt,
        ms,
        parentId,
      }),
  };
}
