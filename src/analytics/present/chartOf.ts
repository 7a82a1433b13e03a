import type { ChartSpec, ResultTable } from '../../shared/chat';
import type { FigureQuery } from '../figureQuery';
import { isTimeDimension } from '../semanticModel/dimensions';

/** Bars beyond this many cannot be told apart. */
const maximumBars = 30;

/**
 * A chart of a table with one dimension: a line over time, else bars. It shows the first figure and what is measured like
 * it; two dimensions, one row or nothing to measure give none.
 */
export function chartOf(
  table: ResultTable,
  { dimensions = [] }: Pick<FigureQuery, 'dimensions'>,
): ChartSpec | undefined {
  const [x, second] = dimensions;
  const [first, ...others] = table.columns.filter(({ key }) => !dimensions.includes(key));
  const isGroup = table.columns.some(({ key }) => key === x);
  if (!x || !isGroup || second || !first || table.rows.length < 2 || first.kind === 'day') return undefined;
  const isChange = (key: string) => key.endsWith('Change');
  const y = [first, ...others.filter(({ key, kind }) => kind === first.kind && !isChange(key))].map(
    ({ key }) => key,
  );
  const isOverTime = isTimeDimension(x);
  return {
    kind: isOverTime ? 'line' : 'bar',
    title: table.title,
    x,
    y,
    rows: isOverTime ? table.rows : table.rows.slice(0, maximumBars),
  };
}
