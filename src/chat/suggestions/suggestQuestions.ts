import type { FigureRequest } from '../../analytics/figureQuery';
import { linkQuestions } from '../../analytics/linkNames/linkNames';
import { runFigures } from '../../analytics/run/runFigures';
import type { Logger } from '../../logging/logger';
import type { Actor } from '../../policies/actor';
import { readerPrincipals } from '../../policies/documentAccess';
import type { SearchPassages } from '../../retrieval/hybridSearch';
import type { NameDirectory } from '../../retrieval/nameDirectory';
import { koreanDay } from '../../shared/koreanTime';
import type { Language } from '../../shared/problem';
import type { SuggestionDto } from '../../shared/suggestions';
import { type ReadAs, ReadTimeout } from '../../storage/database/database';
import { hasFigures } from '../followUps/hasFigures';
import { hasPassages } from '../followUps/hasPassages';
import { suggestionsMs } from '../limits';
import { offerReadTimeoutMs, readInTime } from '../readInTime';
import { documentSlots, type DocumentRepositories } from './documentSlots';
import { figureSlots } from './figureSlots';
import { readSituation } from './situation';

interface SuggestionParts {
  readAs: ReadAs;
  repositories: DocumentRepositories;
  searchPassages: SearchPassages;
  /** The names a question may use. */
  names: () => Promise<NameDirectory>;
  logger: Logger;
}

export type SuggestQuestions = (actor: Actor, language: Language) => Promise<SuggestionDto[]>;

/**
 * Questions a person could begin with, made from what is true for that person now. Each has been tried with the rights of the
 * person: the program understands it and has an answer. What is not found within `suggestionsMs` is not offered.
 */
export function createSuggestQuestions(parts: SuggestionParts): SuggestQuestions {
  const { readAs, repositories, searchPassages, names, logger } = parts;
  return async (actor, language) => {
    const now = new Date();
    const today = koreanDay(now);
    const signal = AbortSignal.timeout(suggestionsMs);
    const read = readInTime(readAs, signal);
    const limits = { timeoutMs: offerReadTimeoutMs };
    const suggestions: SuggestionDto[] = [];
    const gather = async () => {
      const situation = await read(actor.id, (query) => readSituation(query, actor, today), limits);
      const directory = await names();
      const figures = figureSlots(actor, situation, { language, today });
      const documents = await documentSlots(situation, repositories, { actor, language, today, directory });
      const questions = [...figures.flatMap(({ offers }) => offers), ...documents.flat()].map(
        ({ question }) => question,
      );
      const linked = await read(actor.id, (query) => linkQuestions(questions, query), limits);
      const namesIn = new Map(questions.map((question, at) => [question, linked[at]!]));
      const asking = (question: string) => ({ actor, now, names: namesIn.get(question)!, earlier: [] });
      const run = (request: FigureRequest) =>
        runFigures(request, { ...limits, employee: actor, language, now, readAs: read });
      const search = (request: { query: string; topK: number }) =>
        searchPassages({ ...request, principals: readerPrincipals(actor), today, signal });
      for (const { about, offers } of figures) {
        const offer = await firstThat(offers, (each) => hasFigures(each, { ...asking(each.question), run }));
        if (offer) suggestions.push({ question: offer.question, about });
      }
      for (const offers of documents) {
        const isNew = offers.filter(({ question }) =>
          suggestions.every((taken) => taken.question !== question),
        );
        const offer = await firstThat(isNew, (each) =>
          hasPassages(each, { ...asking(each.question), directory, search }),
        );
        if (offer) suggestions.push({ question: offer.question, about: 'document' });
      }
    };
    const gathered = gather().catch((error: unknown) => {
      // One can ask without a suggestion: those found so far are good.
      const made = { employeeId: actor.id, made: suggestions.length };
      if (isOutOfTime(error)) logger.warn({ ...made, reason: error.message }, 'no time for all suggestions');
      else logger.warn({ ...made, err: error }, 'not all suggestions could be made');
    });
    await Promise.race([gathered, endOf(signal)]);
    return [...suggestions];
  };
}

function endOf(signal: AbortSignal): Promise<unknown> {
  return new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
}

/** Of one reading, or of them all: no defect, so that where it happened says nothing. */
function isOutOfTime(error: unknown): error is Error {
  return error instanceof ReadTimeout || (error as Error).name === 'TimeoutError';
}

async function firstThat<Item>(
  items: Item[],
  holds: (item: Item) => Promise<boolean>,
): Promise<Item | undefined> {
  for (const item of items) if (await holds(item)) return item;
  return undefined;
}
