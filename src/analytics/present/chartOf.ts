import type { ChartPurpose, ChartShape, ChartSpec, ResultTable, TableColumn } from '../../shared/resultTable';
import type { FigureQuery } from '../figureQuery';
import { isTimeDimension } from '../semanticModel/dimensions';

/** Bars beyond this many cannot be told apart. */
const maximumBars = 30;
/** Lines beyond this many cannot be told apart. */
const maximumLines = 8;

/**
 * A chart of a table: a line over time, one for each thing where a few things are shown over time, else bars. It shows the
 * first figure and what is measured like it. Two dimensions without time, one row or nothing to measure give none.
 */
export function chartOf(
  table: ResultTable,
  { dimensions = [] }: Pick<FigureQuery, 'dimensions'>,
): ChartSpec | undefined {
  const shape = shapeFor(table, dimensions);
  if (!shape) return undefined;
  return {
    ...shape,
    title: table.title,
    rows: shape.kind === 'line' ? table.rows : table.rows.slice(0, maximumBars),
  };
}

/** The chart without its title and rows, which the table has. */
export function shapeOf({ kind, purpose, x, y, series }: ChartSpec): ChartShape {
  return { kind, purpose, x, y, ...(series ? { series } : {}) };
}

function shapeFor(table: ResultTable, dimensions: readonly string[]): ChartShape | undefined {
  const groups = dimensions.filter((key) => table.columns.some((column) => column.key === key));
  const figures = table.columns.filter(({ key }) => !dimensions.includes(key));
  // Who asks for a share wants to see that, also where the amounts stand before it.
  const first = figures.find(({ key }) => key === 'share') ?? figures[0];
  const others = figures.filter((figure) => figure !== first);
  if (groups.length === 0 || table.rows.length < 2 || !first) return undefined;
  if (first.kind === 'day') return undefined;
  if (groups.length > 1) return linesOf(table, groups, first);
  const [x] = groups as [string];
  // A change stands beside what it is a change of: drawn on the same scale it would only repeat it.
  const alike = others.filter(({ key, kind }) => kind === first.kind && !/(?:Change|Growth)$/.test(key));
  const y = [first, ...alike].map(({ key }) => key);
  const kind = isTimeDimension(x) ? 'line' : 'bar';
  return { kind, purpose: purposeOf(x, y), x, y };
}

function purposeOf(x: string, y: string[]): ChartPurpose {
  if (isTimeDimension(x)) return 'time';
  if (y[0] === 'share') return 'share';
  return y.length > 1 ? 'comparison' : 'ranking';
}

/** Something over time: a line for each thing. */
function linesOf(table: ResultTable, groups: string[], { key }: TableColumn): ChartShape | undefined {
  const [time, ...more] = groups.filter(isTimeDimension);
  const [series, ...others] = groups.filter((group) => !isTimeDimension(group));
  if (!time || !series || more.length > 0 || others.length > 0) return undefined;
  const lines = new Set(table.rows.map((row) => row[series])).size;
  const moments = new Set(table.rows.map((row) => row[time])).size;
  if (lines > maximumLines || moments < 2) return undefined;
  return { kind: 'line', purpose: 'time', x: time, y: [key], series };
}
