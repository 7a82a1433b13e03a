import { z } from 'zod';

const rowKey = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER);

/** What of a customer a document belongs to: a contact it was used in, a sale, or with neither the customer itself. */
const linkedTo = {
  interactionId: rowKey.optional(),
  salesRecordId: rowKey.optional(),
};

const isOne = (value: { interactionId?: number; salesRecordId?: number }) =>
  value.interactionId === undefined || value.salesRecordId === undefined;
const onlyOne = { path: ['salesRecordId'], message: 'either a contact or a sale' };

/** Body of `POST /api/customers/:code/documents`. */
export const linkDocumentSchema = z
  .strictObject({ documentId: z.uuid(), ...linkedTo })
  .refine(isOne, onlyOne);
/** Query of `DELETE /api/customers/:code/documents/:documentId`. */
export const unlinkDocumentSchema = z.strictObject(linkedTo).refine(isOne, onlyOne);

/** A document that belongs to a customer, and how. */
export interface DocumentLinkDto {
  documentId: string;
  title: string;
  docType: string;
  /** A newer version has taken its place. */
  superseded: boolean;
  linkedTo: 'interaction' | 'sale' | 'customer';
  interactionId: number | null;
  salesRecordId: number | null;
  /** Of the contact or the sale: Korean day, who, and what of. Null for the customer itself. */
  day: string | null;
  employeeName: string | null;
  about: string | null;
  /** Who said so; null: nobody who is known. */
  linkedBy: string | null;
  linkedAt: string;
  /** The reader may take the link away. */
  mayUnlink: boolean;
}
