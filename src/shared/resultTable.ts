import { z } from 'zod';

export const cellValueSchema = z.union([z.string(), z.number()]).nullable().meta({ id: 'CellValue' });
export type CellValue = z.infer<typeof cellValueSchema>;

/** `won` is integer KRW, `ratio` a fraction (0.12 is 12 %), `count` an integer, `number` any. */
export const columnKindSchema = z.enum(['text', 'day', 'month', 'time', 'won', 'count', 'ratio', 'number']);
export type ColumnKind = z.infer<typeof columnKindSchema>;

/** Korean calendar days, both inclusive. */
export const periodSchema = z
  .object({
    from: z.string(),
    to: z.string(),
  })
  .meta({ id: 'Period' });
export type Period = z.infer<typeof periodSchema>;

export const tableColumnSchema = z
  .object({
    key: z.string(),
    label: z.string(),
    kind: columnKindSchema,
    unit: z
      .string()
      .optional()
      .describe('What one of it is, in words: `원`, `건`. Missing where a number has none.'),
    definition: z.string().optional().describe('What the figure means.'),
  })
  .meta({ id: 'TableColumn' });
export type TableColumn = z.infer<typeof tableColumnSchema>;

/** What a chart is to show: a development, an order, two periods beside each other, or parts of a whole. */
export const chartPurposeSchema = z.enum(['time', 'ranking', 'comparison', 'share']);
export type ChartPurpose = z.infer<typeof chartPurposeSchema>;

/** A chart of a table without its rows. */
export const chartShapeSchema = z
  .object({
    kind: z.enum(['bar', 'line']),
    purpose: chartPurposeSchema.optional(),
    x: z.string().describe('Column along which it is drawn.'),
    y: z.array(z.string()).describe('Columns of figures, all of one kind.'),
    series: z.string().optional().describe('Column whose values are a line each; then `y` has one column.'),
  })
  .meta({ id: 'ChartShape' });
export type ChartShape = z.infer<typeof chartShapeSchema>;

/** A query in the words of the semantic model, its period as dates. */
export const tableQuerySchema = z
  .object({
    subject: z.enum(['sales', 'interactions']),
    query: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'TableQuery' });
export type TableQuery = z.infer<typeof tableQuerySchema>;

/**
 * A query result as a person sees it. What is optional is missing in answers that were stored before it was kept, and in
 * those of statements that know no more than their rows.
 */
export const resultTableSchema = z
  .object({
    title: z.string(),
    columns: z.array(tableColumnSchema),
    rows: z.array(z.record(z.string(), cellValueSchema)),
    scope: z.string().describe('Whose figures these are, in words: "본인 담당 거래처와 본인 실적 기준".'),
    definition: z.string().describe('What the figures mean and which days they cover, in words.'),
    truncated: z
      .boolean()
      .describe('True when more rows matched than are shown, and not because so many were asked for.'),
    sql: z
      .string()
      .optional()
      .describe('The statement a model wrote, for those who may see SQL (`sql.view`).'),
    period: periodSchema.optional().describe('The days the figures cover.'),
    comparedPeriod: periodSchema.optional().describe('The days they are compared with.'),
    asOf: z.iso.date().optional().describe('The Korean calendar day on which they were read.'),
    totalCount: z.int().optional().describe('Rows that matched; of a truncated table more than `rows` has.'),
    codes: z
      .record(z.string(), z.array(z.string().nullable()))
      .optional()
      .describe('Codes behind the names of a column (customer, product, employee), one a row.'),
    chart: chartShapeSchema.optional().describe('How it is drawn; missing where a chart would say nothing.'),
    query: tableQuerySchema
      .optional()
      .describe('What was asked, by which the whole result can be read again.'),
  })
  .meta({ id: 'ResultTable' });
export type ResultTable = z.infer<typeof resultTableSchema>;

/** A chart as data, never as code; the rows are those of the table it belongs to, the one sent before. */
export const chartSpecSchema = chartShapeSchema
  .extend({
    title: z.string(),
    rows: z.array(z.record(z.string(), cellValueSchema)),
  })
  .meta({ id: 'ChartSpec' });
export type ChartSpec = z.infer<typeof chartSpecSchema>;
