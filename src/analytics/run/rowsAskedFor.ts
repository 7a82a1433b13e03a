import { maximumRowLimit, type FigureQuery } from '../figureQuery';
import { isTimeDimension } from '../semanticModel/dimensions';

/**
 * Rows a query asks for by itself, as "the five best" does; null where it wants all there are. A limit on things over time
 * is one on the things and not on the rows, and the most a query may ask for stands for "more than that".
 */
export function rowsAskedFor({
  limit,
  dimensions = [],
}: Pick<FigureQuery, 'limit' | 'dimensions'>): number | null {
  const time = dimensions.filter(isTimeDimension);
  const isLimitOnThings = time.length > 0 && time.length < dimensions.length;
  return limit === undefined || limit >= maximumRowLimit || isLimitOnThings ? null : limit;
}
