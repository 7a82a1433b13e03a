import type { FigureFilters, FigureRequest } from '../figureQuery';
import type { CompiledQuery } from './compiled';
import { compileInteractionList } from './compileInteractionList';
import { compileInteractions } from './compileInteractions';
import { compileSales } from './compileSales';

/**
 * The statement of a request.
 * @param filters with codes in place of names.
 * @param today calendar day in Korea.
 */
export function compileFigures(request: FigureRequest, filters: FigureFilters, today: string): CompiledQuery {
  if (request.subject === 'sales') return compileSales({ ...request.query, filters }, today);
  const query = { ...request.query, filters };
  return query.list ? compileInteractionList(query) : compileInteractions(query, today);
}
