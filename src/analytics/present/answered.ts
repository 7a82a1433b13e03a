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
  scope: Scope;
  language: Language;
  /** Calendar day in Korea. */
  today: string;
}
