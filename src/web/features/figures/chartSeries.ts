import type { CellValue, ChartShape, ColumnKind, ResultTable } from '../../../shared/resultTable';

/** Bars beyond this many cannot be told apart. */
const maximumBars = 30;
const colors = ['naru.7', 'orange.6', 'grape.6', 'lime.7', 'blue.6', 'pink.6', 'yellow.7', 'gray.6'];

export interface DrawnSeries {
  name: string;
  label: string;
  color: string;
}

/** What is drawn: one entry a place along the axis, one series a line or a colour of bars. */
export interface DrawnChart {
  data: Record<string, CellValue>[];
  series: DrawnSeries[];
  /** Kind of the figures. */
  kind: ColumnKind;
}

/** The rows of a table as a chart draws them. A column of series makes a line of each of its values. */
export function chartSeries(
  { columns, rows }: Pick<ResultTable, 'columns' | 'rows'>,
  shape: ChartShape,
): DrawnChart {
  const kind = columns.find(({ key }) => key === shape.y[0])?.kind ?? 'count';
  if (shape.series) return { ...byValue(rows, shape, shape.series), kind };
  const labelOf = (key: string) => columns.find((column) => column.key === key)?.label ?? key;
  return {
    data: shape.kind === 'line' ? rows : rows.slice(0, maximumBars),
    series: shape.y.map((key, place) => ({ name: key, label: labelOf(key), color: colorAt(place) })),
    kind,
  };
}

function byValue(
  rows: ResultTable['rows'],
  { x, y }: ChartShape,
  by: string,
): Pick<DrawnChart, 'data' | 'series'> {
  const values = [...new Set(rows.map((row) => String(row[by] ?? '')))];
  const places = new Map<CellValue, Record<string, CellValue>>();
  for (const row of rows) {
    const at = row[x] ?? null;
    const place = places.get(at) ?? { [x]: at };
    place[`series${values.indexOf(String(row[by] ?? ''))}`] = row[y[0]!] ?? null;
    places.set(at, place);
  }
  return {
    data: [...places.values()],
    series: values.map((label, place) => ({ name: `series${place}`, label, color: colorAt(place) })),
  };
}

function colorAt(place: number): string {
  return colors[place % colors.length]!;
}
