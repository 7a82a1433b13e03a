import type { Past } from '../../agents/past';
import { tracedReads } from '../../agents/tracedReads';
import { questionLanguage } from '../../analytics/understand/questionLanguage';
import type { OpenSpan, TurnTrace } from '../../audit/turnTrace';
import type { Logger } from '../../logging/logger';
import type { SearchPassages } from '../../retrieval/hybridSearch';
import type { Citation } from '../../shared/chat';
import type { ResultTable } from '../../shared/resultTable';
import type { ReadAs } from '../../storage/database/database';
import { followUpsMs } from '../limits';
import { readInTime } from '../readInTime';
import type { RunnableTurn } from '../turn';
import type { AnsweredTurn } from './askedTurn';
import { createDocumentFollowUps, type DocumentParts } from './documentFollowUps';
import { figureFollowUps } from './figureFollowUps';

/** Questions offered with an answer at most. */
const mostFollowUps = 3;
/** Of these, figures at most while documents have something too. */
const mostFigures = 2;

export type SuggestFollowUps = (
  turn: Pick<RunnableTurn, 'actor' | 'question'> & {
    past: Pick<Past, 'questions'>;
    trace: TurnTrace;
    signal: AbortSignal;
  },
  answer: { tables: ResultTable[]; citations: Citation[] },
) => Promise<string[]>;

/**
 * Questions that could follow an answer, made from what it stands on, in its language. Each has been tried with the rights of
 * the person: the program understands it and has an answer. What is not looked for within `followUpsMs` is not offered:
 * the answer is whole without it.
 */
export function createSuggestFollowUps(
  parts: DocumentParts & { readAs: ReadAs; searchPassages: SearchPassages; logger: Logger },
): SuggestFollowUps {
  const documentFollowUps = createDocumentFollowUps(parts);
  return async ({ actor, question, past, trace, signal }, { tables, citations }) => {
    if (tables.length === 0 && citations.length === 0) return [];
    const now = new Date();
    const late = AbortSignal.timeout(followUpsMs);
    const turn: Omit<AnsweredTurn, 'reads'> = {
      ...{ actor, now, tables, citations, language: questionLanguage(question) },
      asked: [
        ...past.questions.map(({ content, createdAt }) => ({ question: content, now: createdAt })),
        { question, now },
      ],
      signal,
      readAs: readInTime(parts.readAs, late),
    };
    const found = new Set<string>();
    const isNew = (text: string) => turn.asked.every((asked) => !isSameText(asked.question, text));
    const take = async (offers: AsyncGenerator<string>, most: number) => {
      while (found.size < most) {
        const next = await offers.next();
        if (next.done) return;
        if (isNew(next.value)) found.add(next.value);
      }
    };
    const gather = async ({ id: parentId }: OpenSpan) => {
      const reads = tracedReads({ ...turn, trace, parentId }, async (request) => {
        late.throwIfAborted();
        return parts.searchPassages(request);
      });
      try {
        const figures = figureFollowUps({ ...turn, reads });
        await take(figures, mostFigures);
        await take(documentFollowUps({ ...turn, reads }), mostFollowUps);
        await take(figures, mostFollowUps);
      } catch (error) {
        // The answer is whole: one that is stopped, interrupted or late now has its end, with the suggestions found so far.
        if (!signal.aborted && !late.aborted)
          parts.logger.warn({ err: error }, 'follow-ups could not be made');
      }
      return [...found];
    };
    const span = { kind: 'link' as const, name: 'follow-ups', input: { question } };
    return trace.measure(span, gather, (suggestions) => ({ suggestions }));
  };
}

function isSameText(one: string, other: string): boolean {
  const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
  return letters(one) === letters(other);
}
