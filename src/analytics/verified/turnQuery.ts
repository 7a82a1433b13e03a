import type { Repositories } from '../../repositories/repositories';
import { koreanDay, startOfKoreanDay } from '../../shared/koreanTime';
import type { ReadAs } from '../../storage/database/database';
import type { FigureQuery, FigureRequest } from '../figureQuery';
import { linkNames } from '../linkNames/linkNames';
import { readFigureRequest } from '../readFigureRequest';
import type { Texts } from '../semanticModel/types';
import type { Person } from '../understand/queryParts';
import { understandQuestion } from '../understand/understandQuestion';
import { templateOf, type FigureTemplate } from './figureTemplate';
import * as reasons from './reasons';

/** Milliseconds for finding the names of the question. */
const linkTimeoutMs = 5_000;

const subjects: Record<string, FigureRequest['subject']> = {
  query_sales: 'sales',
  query_interactions: 'interactions',
};

/**
 * The question of a turn with the query it ran, as a template: what the question says from its day on (지난달) is said so in
 * the template too.
 * @param by whoever approves it; the names are read with this person's rights.
 */
export async function queryOfTurn(
  { id, startedAt }: { id: string; startedAt: Date },
  by: Person & { id: number },
  { chatHistory, readAs }: { chatHistory: Repositories['chatHistory']; readAs: ReadAs },
): Promise<{ question: string; template: FigureTemplate } | { mistake: Texts }> {
  const [question, toolCalls] = await Promise.all([chatHistory.question(id), chatHistory.toolCalls(id)]);
  const queries = toolCalls.filter(({ name }) => name in subjects);
  // A model that corrects itself calls the same tool again: the last call is the one that answered.
  const last = queries.at(-1);
  if (question === null || !last) return { mistake: reasons.noQuery };
  if (queries.some(({ name }) => name !== last.name)) return { mistake: reasons.severalQueries };
  const request = readFigureRequest({ subject: subjects[last.name]!, input: last.arguments });
  if ('mistake' in request) return request;

  const names = await readAs(by.id, (read) => linkNames(question, read), { timeoutMs: linkTimeoutMs });
  const askedOn = (day: string): FigureQuery | undefined =>
    understandQuestion(question, { names, now: startOfKoreanDay(day), employee: by })[request.subject];
  return { question, template: templateOf(request, koreanDay(startedAt), askedOn) };
}
