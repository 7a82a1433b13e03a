import { koreanDay } from '../../shared/koreanTime';
import type { FigureRequest } from '../figureQuery';
import type { Person } from '../understand/queryParts';
import {
  contradiction,
  dice,
  piecesOf,
  readCompared,
  similarity,
  type ComparedQuestion,
} from './compareQuestions';
import { figureTemplateSchema, requestOf, type FigureTemplate } from './figureTemplate';
import { nameTheSame, type QuestionReading } from './questionReading';

/** Similarity from which a verified query answers in place of the planner's own; measured, see docs/decisions/0013. */
export const usedFrom = 0.75;
/** Similarity from which one is an example for a large model, which judges by itself. */
const offeredFrom = 0.4;
/** Entries read whole for a question, the likest by their words: each takes some 4 ms of processor. */
const mostRead = 10;
/** Examples a model is given: a prompt has room for few. */
const mostOffered = 3;

/** A verified query as it is looked through. */
export interface VerifiedEntry {
  id: number;
  question: string;
  query: unknown;
  reading: QuestionReading;
}

/** A verified query that is like what was asked. */
export interface VerifiedMatch {
  id: number;
  question: string;
  similarity: number;
  /** The query with the times of the question asked, or of today. */
  request: FigureRequest;
}

export interface VerifiedChoice {
  /** What answers the question; null where no query surely does. */
  used: VerifiedMatch | null;
  /** The likest, best first. */
  offered: VerifiedMatch[];
}

/**
 * Finds the verified queries for a question. Only those of questions that name the same customers, people and products
 * come into it at all: what an approver saw of a customer is nothing for whoever does not know that customer.
 */
export function chooseVerified(
  asked: QuestionReading,
  entries: VerifiedEntry[],
  { now, employee }: { now: Date; employee: Person },
): VerifiedChoice {
  const question = readCompared(asked.text, now);
  const candidates = likest(asked, entries)
    .map((entry) => ({ entry, read: readCompared(entry.reading.text, now) }))
    .map((candidate) => ({ ...candidate, similarity: similarity(question, candidate.read) }))
    .filter((candidate) => candidate.similarity >= offeredFrom)
    .sort((one, other) => other.similarity - one.similarity)
    .flatMap(({ entry, read, similarity: degree }) => {
      const template = figureTemplateSchema.safeParse(entry.query);
      if (!template.success) return []; // of an older program, and not checked yet
      const { id, question: words } = entry;
      const request = requestOf(template.data, koreanDay(now), question.times);
      const answers = degree >= usedFrom && surelyAnswers(template.data, read, question, { now, employee });
      return [{ match: { id, question: words, similarity: degree, request }, answers }];
    });
  return {
    used: candidates.find(({ answers }) => answers)?.match ?? null,
    offered: candidates.slice(0, mostOffered).map(({ match }) => match),
  };
}

/** Those that name the same and share the most words. */
function likest(asked: QuestionReading, entries: VerifiedEntry[]): VerifiedEntry[] {
  const pieces = piecesOf(asked.text);
  return entries
    .filter(({ reading }) => nameTheSame(reading.names, asked.names))
    .map((entry) => ({ entry, likeness: dice(pieces, piecesOf(entry.reading.text)) }))
    .filter(({ likeness }) => likeness > 0)
    .sort((one, other) => other.likeness - one.likeness)
    .slice(0, mostRead)
    .map(({ entry }) => entry);
}

function surelyAnswers(
  { query }: FigureTemplate,
  entry: ComparedQuestion,
  question: ComparedQuestion,
  { now, employee }: { now: Date; employee: Person },
): boolean {
  const { period } = question.times;
  // The fixed days of one question are nothing that another one without any asks about.
  const isOfItsDays = entry.times.period !== undefined && 'from' in query.period && !period;
  const isToCome = period !== undefined && period.from > koreanDay(now);
  // "내 실적" of a manager are the team's.
  const isAnothersOwn = query.mine === true && employee.role === 'manager';
  if (isOfItsDays || isToCome || isAnothersOwn || question.hasUnknownDate) return false;
  return contradiction(question, entry) === null;
}
