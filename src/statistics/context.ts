import { runFigures, type Figures } from '../analytics/run/runFigures';
import type { FigureRequest } from '../analytics/figureQuery';
import { scopeInWords } from '../analytics/scope';
import { AppError } from '../errors';
import type { Actor } from '../policies/actor';
import { may } from '../policies/permissions';
import { koreanDay } from '../shared/koreanTime';
import type { Language } from '../shared/problem';
import type { FreshnessDto, StatisticsScope } from '../shared/statistics';
import type { ReadAs, ReaderQuery } from '../storage/database/database';

/** Milliseconds the reads of one statistic may take. */
const readTimeoutMs = 10_000;

/** What statistics are made with. */
export interface StatisticsParts {
  readAs: ReadAs;
  freshness: () => Promise<FreshnessDto>;
}

/** For whom a statistic is made. */
export interface Reader {
  actor: Actor;
  language: Language;
  now: Date;
}

/**
 * Figures through the semantic model, as the reader.
 * @throws AppError `not_found` for a person, team, customer or product that is not there or not the reader's to see.
 */
export async function figuresFor(
  request: FigureRequest,
  { actor, language, now }: Reader,
  { readAs }: StatisticsParts,
): Promise<Figures> {
  const { signal } = new AbortController();
  const asked = { employee: actor, language, now, signal, readAs, timeoutMs: readTimeoutMs };
  const found = await runFigures(request, asked);
  // A question is answered with what may be seen; an address is right or it is not.
  if (!('table' in found) || found.notice !== undefined) throw new AppError('not_found');
  return found;
}

/** Reads as the reader. */
export function readFor<T>(
  { actor }: Reader,
  { readAs }: StatisticsParts,
  work: (query: ReaderQuery) => Promise<T>,
): Promise<T> {
  return readAs(actor.id, work, { timeoutMs: readTimeoutMs });
}

/** Whose figures, in words. */
export function scopeFor({ actor, language }: Reader, mine: boolean): string {
  return scopeInWords({ ...actor, seesAll: may(actor, 'figures.all') }, language, mine);
}

/** The part of a figure query that a statistic's scope is. */
export function scopeOf({ whose, team, employeeNo }: StatisticsScope) {
  return {
    mine: whose === 'mine',
    ...(team || employeeNo
      ? {
          filters: {
            ...(team ? { teams: [team] } : {}),
            ...(employeeNo ? { employeeNos: [employeeNo] } : {}),
          },
        }
      : {}),
  };
}

export function todayOf({ now }: Reader): string {
  return koreanDay(now);
}
