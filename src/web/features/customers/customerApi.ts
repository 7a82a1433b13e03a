import type { DocumentDto } from '../../../shared/documents';
import type { Page } from '../../../shared/problem';
import type { DocumentLinkDto } from '../../../shared/relations';
import type { CustomerSheetDto } from '../../../shared/statistics';
import { api, apiCommand } from '../../lib/api';
import { withQuery } from '../../lib/http';

export const customerKey = (code: string) => ['customer', code] as const;

/** @throws ApiError `not_found` */
export function readCustomer(code: string): Promise<CustomerSheetDto> {
  return api(`/api/stats/customers/${encodeURIComponent(code)}`);
}

const linksPath = (code: string) => `/api/customers/${encodeURIComponent(code)}/documents`;

/** @param interactionId the contact the document was used in; missing: it belongs to the customer. */
export function linkDocument(code: string, documentId: string, interactionId?: number): Promise<void> {
  return apiCommand(linksPath(code), { method: 'POST', body: { documentId, interactionId } });
}

export function unlinkDocument(code: string, link: DocumentLinkDto): Promise<void> {
  const { documentId, interactionId, salesRecordId } = link;
  const place = { interactionId: interactionId?.toString(), salesRecordId: salesRecordId?.toString() };
  return apiCommand(withQuery(`${linksPath(code)}/${documentId}`, place), { method: 'DELETE' });
}

/** Documents the reader may read whose title has some words, the newest first. */
export async function findDocuments(words: string): Promise<DocumentDto[]> {
  const { items } = await api<Page<DocumentDto>>(withQuery('/api/documents', { q: words, limit: '20' }));
  return items;
}
