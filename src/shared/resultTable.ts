export type CellValue = string | number | null;

/** `won` is integer KRW, `ratio` a fraction (0.12 is 12 %), `count` an integer, `number` any. */
export type ColumnKind = 'text' | 'day' | 'month' | 'time' | 'won' | 'count' | 'ratio' | 'number';

/** Korean calendar days, both inclusive. */
export interface Period {
  from: string;
  to: string;
}

export interface TableColumn {
  key: string;
  label: string;
  kind: ColumnKind;
  /** What one of it is, in words: `원`, `건`. Missing where a number has none. */
  unit?: string;
  /** What the figure means. */
  definition?: string;
}

/**
 * A query result as a person sees it. What is optional is missing in answers that were stored before it was kept, and in
 * those of statements that know no more than their rows.
 */
export interface ResultTable {
  title: string;
  columns: TableColumn[];
  rows: Record<string, CellValue>[];
  /** Whose figures these are, in words: "본인 담당 거래처와 본인 실적 기준". */
  scope: string;
  /** What the figures mean and which days they cover, in words. */
  definition: string;
  /** True when more rows matched than are shown, and not because so many were asked for. */
  truncated: boolean;
  /** The statement a model wrote, for those who may see SQL (`sql.view`). */
  sql?: string;
  /** The days the figures cover. */
  period?: Period;
  /** The days they are compared with. */
  comparedPeriod?: Period;
  /** The Korean calendar day on which they were read. */
  asOf?: string;
  /** Rows that matched; of a truncated table more than `rows` has. */
  totalCount?: number;
  /** Codes behind the names of a column (customer, product, employee), one a row. */
  codes?: Record<string, (string | null)[]>;
  /** How it is drawn; missing where a chart would say nothing. */
  chart?: ChartShape;
  /** What was asked, by which the whole result can be read again. */
  query?: TableQuery;
}

/** A query in the words of the semantic model, its period as dates. */
export interface TableQuery {
  subject: 'sales' | 'interactions';
  query: Record<string, unknown>;
}

/** What a chart is to show: a development, an order, two periods beside each other, or parts of a whole. */
export type ChartPurpose = 'time' | 'ranking' | 'comparison' | 'share';

/** A chart of a table without its rows. */
export interface ChartShape {
  kind: 'bar' | 'line';
  purpose?: ChartPurpose;
  /** Column along which it is drawn. */
  x: string;
  /** Columns of figures, all of one kind. */
  y: string[];
  /** Column whose values are a line each; then `y` has one column. */
  series?: string;
}

/** A chart as data, never as code; the rows are those of the table it belongs to, the one sent before. */
export interface ChartSpec extends ChartShape {
  title: string;
  rows: Record<string, CellValue>[];
}
