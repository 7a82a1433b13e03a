import { z } from 'zod';
import { turnFilterSchema } from './audit';
import { exportStatuses } from './auditExportUpdate';

export const exportFormats = ['csv', 'jsonl', 'xlsx'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** What a file can say of a turn, in the order in which it says it. */
export const exportColumns = [
  'turnId',
  'conversationId',
  'startedAt',
  'startedAtKorea',
  'finishedAt',
  'latencyMs',
  'firstTokenMs',
  'employeeNo',
  'employeeName',
  'team',
  'question',
  'answer',
  'status',
  'errorCode',
  'model',
  'inputTokens',
  'outputTokens',
  'costKrw',
  'citations',
  'evidence',
  'tools',
  'products',
  'customers',
  'sql',
  'feedback',
  'feedbackReason',
  'feedbackComment',
  'flags',
  'conversationDeletedAt',
] as const;
export type ExportColumn = (typeof exportColumns)[number];

/** What a person chooses who chooses nothing: all but the statements, which not everybody may see. */
export const usualColumns: readonly ExportColumn[] = exportColumns.filter((name) => name !== 'sql');

/** Characters of a reason at least: enough that it cannot be one word of nothing. */
export const shortestReason = 5;

/** Body of `POST /api/audit/exports`. */
export const askForExportSchema = z
  .strictObject({
    filter: turnFilterSchema.default({}),
    format: z.enum(exportFormats),
    columns: z
      .array(z.enum(exportColumns))
      .min(1)
      .max(exportColumns.length)
      .default(() => [...usualColumns]),
    trace: z.boolean().default(false).describe('JSONL only: each turn with the steps of its trace.'),
    reason: z.string().trim().min(shortestReason).max(500),
  })
  .refine(({ format, trace }) => format === 'jsonl' || !trace, {
    path: ['trace'],
    message: 'only a JSONL file can hold traces',
  });
export type AskForExport = z.infer<typeof askForExportSchema>;

export const listExportsSchema = z.strictObject({
  status: z.enum(exportStatuses).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

/** An export as every analyst sees it. */
export const auditExportDtoSchema = z
  .object({
    id: z.string(),
    askedBy: z.object({
      id: z.int(),
      name: z.string(),
    }),
    askedAt: z.iso.datetime({ offset: true }),
    reason: z.string(),
    filter: turnFilterSchema,
    format: z.enum(exportFormats),
    columns: z.array(z.enum(exportColumns)),
    trace: z.boolean(),
    status: z.enum(exportStatuses),
    rows: z.int().describe('Turns written so far; of a file that is done, all of it.'),
    expectedRows: z.int().nullable().describe('Turns found when it began; null: not known yet.'),
    cutCells: z.int().describe('Texts that were cut because a cell of a workbook holds no more.'),
    bytes: z.int().nullable(),
    sha256: z.string().nullable(),
    finishedAt: z.iso.datetime({ offset: true }).nullable(),
    expiresAt: z.iso.datetime({ offset: true }).nullable().describe('When the file is removed.'),
    error: z
      .object({
        code: z.string(),
        message: z.string(),
      })
      .nullable()
      .describe('Why it failed: the code and what it says.'),
    own: z.boolean().describe("Whether it is the reader's own: only that person may fetch or cancel it."),
  })
  .meta({ id: 'AuditExport' });
export type AuditExportDto = z.infer<typeof auditExportDtoSchema>;
