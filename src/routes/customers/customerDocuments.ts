import { z } from 'zod';
import type { DocumentLinks } from '../../relations/documentLinks';
import {
  linkDocumentSchema,
  unlinkDocumentSchema,
  documentLinkDtoSchema,
  linkedDocumentSchema,
} from '../../shared/relations';
import { route, type Route } from '../route';

const code = z.string().min(1).max(40);

/** Documents that belong to a customer, for whoever may see the customer. */
export function customerDocumentRoutes(links: DocumentLinks): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/customers/:code/documents',
      summary: 'Documents used in contacts with a customer, about sales to it, or kept for it.',
      who: 'signedIn',
      record: 'access',
      params: z.strictObject({ code }),
      answer: z.object({ items: z.array(documentLinkDtoSchema) }),
      handle: async ({ actor, params }) => ({ items: await links.ofCustomer(actor, params.code) }),
    }),
    route({
      method: 'post',
      path: '/api/customers/:code/documents',
      summary:
        'Say that a document was used in a contact (`interactionId`), is about a sale (`salesRecordId`), or belongs to ' +
        'the customer (neither): for own contacts and assigned customers, managers for their team.',
      who: 'signedIn',
      record: 'document.link',
      status: 201,
      params: z.strictObject({ code }),
      body: linkDocumentSchema,
      answer: linkedDocumentSchema,
      problems: ['already_exists', 'forbidden'],
      handle: async ({ actor, params, body }) => {
        await links.link(actor, { ...params, ...body });
        return { ...params, ...body };
      },
    }),
    route({
      method: 'delete',
      path: '/api/customers/:code/documents/:documentId',
      summary: 'Take such a link back, named as it was made.',
      who: 'signedIn',
      record: 'document.unlink',
      params: z.strictObject({ code, documentId: z.uuid() }),
      query: unlinkDocumentSchema,
      problems: ['forbidden'],
      handle: async ({ actor, params, query }) => links.unlink(actor, { ...params, ...query }),
    }),
  ];
}
