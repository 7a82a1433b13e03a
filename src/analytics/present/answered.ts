import type { Language } from '../../shared/problem';
import type { CompiledQuery } from '../compile/compiled';
import type { FigureRequest } from '../figureQuery';
import type { ResolvedFilters } from '../run/resolveNames';
import type { Scope } from '../scope';

/** A query that was run, with everything that is said of its result. */
export interface Answered {
  request: FigureRequest;
  resolved: ResolvedFilters;
  compiled: CompiledQuery;
  /** At most one more than are shown. */
  rows: Record<string, unknown>[];
  /** Rows that matched; null where more matched than were asked for and nobody counted. */
  totalCount: number | null;
  /** More rows matched than are shown, and not because so many were asked for. */
  isCut: boolean;
  scope: Scope;
  language: Language;
  /** Calendar day in Korea. */
  today: string;
}
