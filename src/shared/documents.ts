import { z } from 'zod';
import { calendarDay } from './calendarDay';
import { roles } from './people';

/** What kind of reference a document is; free text is allowed too, these are what the client offers. */
export const documentTypes = [
  'reference',
  'product-info',
  'clinical-summary',
  'price-notice',
  'compliance-rule',
  'promotion-guide',
  'meeting-note',
  'qna',
] as const;

export const documentStatuses = ['queued', 'processing', 'indexed', 'failed', 'deleting'] as const;
export type DocumentStatus = (typeof documentStatuses)[number];

/** Who may read: whoever matches any entry of any list; an empty audience means everyone signed in. */
export const audienceSchema = z.strictObject({
  roles: z.array(z.enum(roles)).optional(),
  teams: z.array(z.string().trim().min(1).max(100)).max(200).optional(),
  employeeNos: z.array(z.string().trim().min(1).max(40)).max(1000).optional(),
});
export type Audience = z.infer<typeof audienceSchema>;

const documentType = z.string().trim().min(1).max(60);
const emptyToUndefined = (value: unknown) => (value === '' ? undefined : value);
const jsonText = (value: unknown, context: z.core.$RefinementCtx) => {
  if (typeof value !== 'string') return value;
  if (value.trim() === '') return undefined;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    context.addIssue({ code: 'custom', message: 'not JSON' });
    return z.NEVER;
  }
};

const endsAfterItBegins: [
  (value: { validFrom?: string | null; validTo?: string | null }) => boolean,
  { path: string[]; message: string },
] = [
  ({ validFrom, validTo }) => !validFrom || !validTo || validTo >= validFrom,
  { path: ['validTo'], message: 'validTo must not be before validFrom' },
];

/** The form fields beside `file` in `POST /api/documents`; `audience` and `productCodes` come as JSON text. */
export const uploadFieldsSchema = z
  .strictObject({
    title: z.preprocess(emptyToUndefined, z.string().trim().min(1).max(300).optional()),
    docType: z.preprocess(emptyToUndefined, documentType.optional()),
    audience: z.preprocess(jsonText, audienceSchema.optional()),
    productCodes: z.preprocess(jsonText, z.array(z.string().min(1).max(40)).max(200).optional()),
    validFrom: z.preprocess(emptyToUndefined, calendarDay.optional()),
    validTo: z.preprocess(emptyToUndefined, calendarDay.optional()),
    replaces: z
      .preprocess(emptyToUndefined, z.uuid().optional())
      .describe(
        'The document this is a new version of; what is not given then stays as it was there, but for the dates.',
      ),
  })
  .refine(...endsAfterItBegins);
export type UploadFields = z.infer<typeof uploadFieldsSchema>;

/** Body of `PATCH /api/documents/:id`: what is given changes, dates are taken away by null. */
export const documentChangesSchema = z
  .strictObject({
    title: z.string().trim().min(1).max(300).optional(),
    docType: documentType.optional(),
    audience: audienceSchema.optional(),
    productCodes: z.array(z.string().min(1).max(40)).max(200).optional(),
    validFrom: calendarDay.nullable().optional(),
    validTo: calendarDay.nullable().optional(),
  })
  .refine((value) => Object.keys(value).length > 0, { message: 'nothing to change' })
  .refine(...endsAfterItBegins);

export const listDocumentsSchema = z.strictObject({
  status: z.enum(documentStatuses).optional(),
  docType: documentType.optional(),
  seriesId: z.uuid().optional().describe('Versions of one document only.'),
  q: z.string().trim().max(200).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

export const documentDtoSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    docType: z.string(),
    fileName: z.string(),
    mediaType: z.string(),
    size: z.int().describe('Bytes of the original.'),
    sha256: z.string(),
    audience: audienceSchema,
    productCodes: z.array(z.string()),
    validFrom: z.iso.date().nullable().describe('KST calendar days, both inclusive; null: no bound.'),
    validTo: z.iso.date().nullable(),
    status: z.enum(documentStatuses),
    progress: z.int().describe('0 to 100.'),
    reason: z.string().optional().describe("Why it failed, in the reader's language."),
    waitingFor: z
      .object({
        code: z.string(),
        message: z.string(),
        nextTryAt: z.iso.datetime({ offset: true }),
      })
      .optional()
      .describe(
        'Why a queued document waits for more than its turn: what ended the last try, and when the next one begins.',
      ),
    attempts: z
      .int()
      .describe('Tries since it was queued; those that ended because a part was away are not counted.'),
    seriesId: z.uuid().describe('All versions of one document share it.'),
    version: z.int().describe('From 1, within the series.'),
    supersededAt: z.iso
      .datetime({ offset: true })
      .nullable()
      .describe(
        'When a newer version took its place: it is no longer found, and may be opened. Null: it stands.',
      ),
    approvedAt: z.iso
      .datetime({ offset: true })
      .nullable()
      .describe('Null: it waits for approval, or it was withdrawn, and is not cited.'),
    approvedBy: z
      .int()
      .nullable()
      .describe('Key of the employee; null: nobody yet, or it came with the samples.'),
    pages: z.int().nullable(),
    pagesWithoutText: z
      .array(z.int())
      .describe('Pages that are pictures only, so that nothing on them is found; from 1.'),
    chunks: z.int(),
    uploadedBy: z.int().nullable().describe('Key of the employee; null: came with the samples.'),
    createdAt: z.iso.datetime({ offset: true }),
    updatedAt: z.iso.datetime({ offset: true }),
  })
  .meta({ id: 'Document' });
export type DocumentDto = z.infer<typeof documentDtoSchema>;

/** What a change answers: the document, and whether searches go by it already. */
export const changedDocumentDtoSchema = documentDtoSchema
  .extend({
    searchUpdated: z.boolean().describe('False: the search index is away, and follows when it is back.'),
  })
  .meta({ id: 'ChangedDocument' });
export type ChangedDocumentDto = z.infer<typeof changedDocumentDtoSchema>;

export const chunkDtoSchema = z
  .object({
    chunkId: z.string(),
    ordinal: z.int(),
    parentId: z
      .string()
      .describe(
        'Key of the first chunk of the larger passage it is read with; chunks of one passage share it.',
      ),
    heading: z.string(),
    text: z.string(),
    page: z.int().nullable().describe('1-based; null where the format has no pages.'),
    charStart: z.int().describe("Character range in the document's extracted text, end exclusive."),
    charEnd: z.int(),
  })
  .meta({ id: 'Chunk' });
export type ChunkDto = z.infer<typeof chunkDtoSchema>;

/** `document:updated`: how far a document has come, to admins. */
export const documentUpdateSchema = z
  .object({
    documentId: z.uuid(),
    status: z.union([z.enum(documentStatuses), z.literal('deleted')]),
    progress: z.int(),
    reason: z.string().optional(),
  })
  .meta({ id: 'DocumentUpdate' });
export type DocumentUpdate = z.infer<typeof documentUpdateSchema>;

/** What a check of all stores can find. */
export const reconcileKindSchema = z.enum([
  'version-outdated',
  'index-without-document',
  'index-incomplete',
  'index-outdated',
  'job-missing',
  'file-without-document',
  'document-without-file',
  'file-unfinished',
]);
export type ReconcileKind = z.infer<typeof reconcileKindSchema>;

export const reconcileFindingSchema = z
  .object({
    kind: reconcileKindSchema,
    id: z
      .string()
      .nullable()
      .describe('Key of the document or series, or SHA-256 of the file; null where there are only numbers.'),
    mended: z.boolean(),
  })
  .meta({ id: 'ReconcileFinding' });
export type ReconcileFinding = z.infer<typeof reconcileFindingSchema>;

/** `POST /api/documents/reconcile`: how documents, index, file store and jobs differed. */
export const reconcileReportSchema = z
  .object({
    startedAt: z.iso.datetime({ offset: true }),
    finishedAt: z.iso.datetime({ offset: true }),
    documents: z.int(),
    files: z.number(),
    findings: z.array(reconcileFindingSchema),
  })
  .meta({ id: 'ReconcileReport' });
export type ReconcileReport = z.infer<typeof reconcileReportSchema>;
