import type { z } from 'zod';
import { interactionsQuerySchema, salesQuerySchema, type FigureRequest } from './figureQuery';
import { queryMistake } from './queryMistake';
import { interactionMetrics } from './semanticModel/interactionMetrics';
import { salesMetrics } from './semanticModel/salesMetrics';
import type { Texts } from './semanticModel/types';

/** Checks the arguments of a query, whoever has checked them before. @returns the request, or what is wrong with it. */
export function readFigureRequest({
  subject,
  input,
}: {
  subject: FigureRequest['subject'];
  input: unknown;
}): FigureRequest | { mistake: Texts } {
  if (subject === 'sales') {
    const parsed = salesQuerySchema.safeParse(input);
    if (!parsed.success) return { mistake: wrongArguments(parsed.error) };
    const mistake = queryMistake(parsed.data, salesMetrics);
    return mistake ? { mistake } : { subject, query: parsed.data };
  }
  const parsed = interactionsQuerySchema.safeParse(input);
  if (!parsed.success) return { mistake: wrongArguments(parsed.error) };
  const mistake = queryMistake(parsed.data, interactionMetrics);
  return mistake ? { mistake } : { subject, query: parsed.data };
}

/** What a schema found, as a text. */
export function wrongArguments(error: Pick<z.ZodError, 'issues'>): Texts {
  const list = error.issues
    .map(({ path, message }) => `${path.map(String).join('.')}: ${message}`)
    .join('; ');
  return { ko: `조회 조건이 올바르지 않습니다. ${list}`, en: `The arguments are not right. ${list}` };
}
