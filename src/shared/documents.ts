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

/** The form fields beside `file` in `POST /api/documents`; `audience` and `productCodes` come as JSON text. */
export const uploadFieldsSchema = z
  .strictObject({
    title: z.preprocess(emptyToUndefined, z.string().trim().min(1).max(300).optional()),
    docType: z.preprocess(emptyToUndefined, documentType.default('reference')),
    audience: z.preprocess(jsonText, audienceSchema.optional()),
    productCodes: z.preprocess(jsonText, z.array(z.string().min(1).max(40)).max(200).optional()),
    validFrom: z.preprocess(emptyToUndefined, calendarDay.optional()),
    validTo: z.preprocess(emptyToUndefined, calendarDay.optional()),
  })
  .refine((value) => !value.validFrom || !value.validTo || value.validTo >= value.validFrom, {
    path: ['validTo'],
    message: 'validTo must not be before validFrom',
  });
export type UploadFields = z.infer<typeof uploadFieldsSchema>;

export const listDocumentsSchema = z.strictObject({
  status: z.enum(documentStatuses).optional(),
  docType: documentType.optional(),
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
  pages: number | null;
  /** Pages that are pictures only, so that nothing on them is found; from 1. */
  pagesWithoutText: number[];
  chunks: number;
  /** Key of the employee; null: came with the samples. */
  uploadedBy: number | null;
  createdAt: string;
  updatedAt: string;
}

export interface ChunkDto {
  chunkId: string;
  ordinal: number;
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
