import { z } from 'zod';
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
const calendarDay = z.iso.date();
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
    /** The document this is a new version of; what is not given then stays as it was there, but for the dates. */
    replaces: z.preprocess(emptyToUndefined, z.uuid().optional()),
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
  /** Versions of one document only. */
  seriesId: z.uuid().optional(),
  q: z.string().trim().max(200).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

export interface DocumentDto {
  id: string;
  title: string;
  docType: string;
  fileName: string;
  mediaType: string;
  /** Bytes of the original. */
  size: number;
  sha256: string;
  audience: Audience;
  productCodes: string[];
  /** KST calendar days, both inclusive; null: no bound. */
  validFrom: string | null;
  validTo: string | null;
  status: DocumentStatus;
  /** 0 to 100. */
  progress: number;
  /** Why it failed, in the reader's language. */
  reason?: string;
  /** Why a queued document waits for more than its turn: what ended the last try, and when the next one begins. */
  waitingFor?: { code: string; message: string; nextTryAt: string };
  /** Tries since it was queued; those that ended because a part was away are not counted. */
  attempts: number;
  /** All versions of one document share it. */
  seriesId: string;
  /** From 1, within the series. */
  version: number;
  /** When a newer version took its place: it is no longer found, and may be opened. Null: it stands. */
  supersededAt: string | null;
  /** Null: it waits for approval, or it was withdrawn, and is not cited. */
  approvedAt: string | null;
  /** Key of the employee; null: nobody yet, or it came with the samples. */
  approvedBy: number | null;
  pages: number | null;
  /** Pages that are pictures only, so that nothing on them is found; from 1. */
  pagesWithoutText: number[];
  chunks: number;
  /** Key of the employee; null: came with the samples. */
  uploadedBy: number | null;
  createdAt: string;
  updatedAt: string;
}

/** What a change answers: the document, and whether searches go by it already. */
export interface ChangedDocumentDto extends DocumentDto {
  /** False: the search index is away, and follows when it is back. */
  searchUpdated: boolean;
}

export interface ChunkDto {
  chunkId: string;
  ordinal: number;
  /** Key of the first chunk of the larger passage it is read with; chunks of one passage share it. */
  parentId: string;
  heading: string;
  text: string;
  /** 1-based; null where the format has no pages. */
  page: number | null;
  /** Character range in the document's extracted text, end exclusive. */
  charStart: number;
  charEnd: number;
}

/** `document:updated`: how far a document has come, to admins. */
export interface DocumentUpdate {
  documentId: string;
  status: DocumentStatus | 'deleted';
  progress: number;
  reason?: string;
}

/** What a check of all stores can find. */
export type ReconcileKind =
  /** A version is, or is no longer, superseded by today's date. */
  | 'version-outdated'
  /** The index has passages of a document that is not there, or never came in. */
  | 'index-without-document'
  /** The index lacks passages of an indexed document, or has too many. */
  | 'index-incomplete'
  /** The index cites a version that does not stand, or does not cite the one that does. */
  | 'index-outdated'
  /** A document waits, or is being deleted, and no job will do it. */
  | 'job-missing'
  /** An original that no document has. */
  | 'file-without-document'
  /** A document whose original is gone: only uploading it again helps. */
  | 'document-without-file'
  /** Something was begun in the file store and never finished. */
  | 'file-unfinished';

export interface ReconcileFinding {
  kind: ReconcileKind;
  /** Key of the document or series, or SHA-256 of the file; null where there are only numbers. */
  id: string | null;
  mended: boolean;
}

/** `POST /api/documents/reconcile`: how documents, index, file store and jobs differed. */
export interface ReconcileReport {
  startedAt: string;
  finishedAt: string;
  documents: number;
  files: number;
  findings: ReconcileFinding[];
}
