import { koreanDay } from '../../shared/koreanTime';
import type { ReadAs, ReaderQuery } from '../../storage/database/database';
import { compileFigures } from '../compile/compileFigures';
import type { FigureFilters } from '../figureQuery';
import { linkNames } from '../linkNames/linkNames';
import { readFigureRequest, wrongArguments } from '../readFigureRequest';
import { resolveNames, type NameProblem } from '../run/resolveNames';
import type { Texts } from '../semanticModel/types';
import { figureTemplateSchema, requestOf, type FigureTemplate } from './figureTemplate';
import { readForComparison, type QuestionReading } from './questionReading';
import * as reasons from './reasons';

/** Milliseconds a check may take: names are looked up and a statement is planned, not run. */
const checkTimeoutMs = 10_000;

/** A query that passed, as it is kept: with codes in place of names. */
export interface CheckedQuery {
  template: FigureTemplate;
  reading: QuestionReading;
}

/**
 * Checks a question with its query by the present program and database: its form, its names, and that the database would
 * run it.
 * @param readerId person whose rights it is read with.
 * @returns the query as it is kept, or what is wrong with it.
 */
export async function checkVerified(
  { question, query }: { question: string; query: unknown },
  { readerId, now, readAs }: { readerId: number; now: Date; readAs: ReadAs },
): Promise<CheckedQuery | { broken: Texts }> {
  const parsed = figureTemplateSchema.safeParse(query);
  if (!parsed.success) return { broken: wrongArguments(parsed.error) };
  const template = parsed.data;
  const { subject, query: input } = requestOf(template, koreanDay(now));
  const request = readFigureRequest({ subject, input });
  if ('mistake' in request) return { broken: request.mistake };

  return readAs(
    readerId,
    async (read) => {
      const names = await linkNames(question, read);
      if (names.ambiguous[0]) return { broken: reasons.ambiguous(names.ambiguous[0].matched) };
      const resolved = await resolveNames(request.query.filters ?? {}, read);
      if (!('filters' in resolved)) return { broken: problemInWords(resolved) };
      const reading = readForComparison(question, names);
      const unnamed = notNamed(resolved.filters, reading.names);
      if (resolved.hidden.length > 0 || unnamed.length > 0) {
        return { broken: reasons.notNamed([...resolved.hidden, ...unnamed]) };
      }
      const refusal = await refusalOf(compileFigures(request, resolved.filters, koreanDay(now)), read);
      if (refusal) return { broken: reasons.refused(refusal) };
      return { template: withCodes(template, resolved.filters), reading };
    },
    { timeoutMs: checkTimeoutMs },
  );
}

/**
 * Customers, people and teams of the query that its question does not name. They would tell somebody who does not name them
 * that they exist; the rest of a query is known to everybody.
 */
function notNamed(filters: FigureFilters, names: FigureFilters): string[] {
  return (['customers', 'employeeNos', 'teams'] as const).flatMap((key) =>
    (filters[key] ?? []).filter((value) => !names[key]?.includes(value)),
  );
}

function withCodes(template: FigureTemplate, filters: FigureFilters): FigureTemplate {
  const given = Object.entries(filters).filter(([, value]) => value !== undefined);
  const { filters: _, ...query } = template.query;
  return figureTemplateSchema.parse({
    subject: template.subject,
    query: { ...query, ...(given.length > 0 ? { filters: Object.fromEntries(given) } : {}) },
  });
}

/** What the database says against a statement, without running it; null where nothing. */
async function refusalOf(
  { sql, parameters }: { sql: string; parameters: unknown[] },
  read: ReaderQuery,
): Promise<string | null> {
  try {
    await read(`EXPLAIN ${sql}`, parameters);
    return null;
  } catch (error) {
    // 42: no such column, no right; 22: a value that does not fit. Anything else is no fault of the query.
    if (error instanceof Error && /^(?:42|22)/u.test((error as { code?: string }).code ?? ''))
      return error.message;
    throw error;
  }
}

function problemInWords(problem: NameProblem): Texts {
  return 'unknown' in problem
    ? reasons.unknown(problem.unknown)
    : reasons.ambiguous(problem.ambiguous.matched);
}
