import { z } from 'zod';
import { numberOrText, wholeNumber } from './numberOrText';

const rowKey = numberOrText(z.int().min(1), wholeNumber);

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
/** A link as it was made. */
export const linkedDocumentSchema = z.object({
  code: z.string(),
  documentId: z.uuid(),
  interactionId: z.int().optional(),
  salesRecordId: z.int().optional(),
});
/** Query of `DELETE /api/customers/:code/documents/:documentId`. */
export const unlinkDocumentSchema = z.strictObject(linkedTo).refine(isOne, onlyOne);

/** A document that belongs to a customer, and how. */
export const documentLinkDtoSchema = z
  .object({
    documentId: z.uuid(),
    title: z.string(),
    docType: z.string(),
    superseded: z.boolean().describe('A newer version has taken its place.'),
    linkedTo: z.enum(['interaction', 'sale', 'customer']),
    interactionId: z.int().nullable(),
    salesRecordId: z.int().nullable(),
    day: z.iso
      .date()
      .nullable()
      .describe('Of the contact or the sale: Korean day, who, and what of. Null for the customer itself.'),
    employeeName: z.string().nullable(),
    about: z.string().nullable(),
    linkedBy: z.string().nullable().describe('Who said so; null: nobody who is known.'),
    linkedAt: z.iso.datetime({ offset: true }),
    mayUnlink: z.boolean().describe('The reader may take the link away.'),
  })
  .meta({ id: 'DocumentLink' });
export type DocumentLinkDto = z.infer<typeof documentLinkDtoSchema>;
