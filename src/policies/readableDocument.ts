import type { Audience, DocumentStatus } from '../shared/documents';
import type { Actor } from './actor';
import { mayReadDocument } from './documentAccess';
import { may } from './permissions';

/**
 * Whether a person may open a document today: the audience decides, and for those who do not keep documents also that it
 * came into the index, is approved and valid. A superseded version may be opened: older answers cite it. What is being
 * deleted is not there.
 */
export function mayReadNow(
  actor: Actor,
  document: {
    audience: Audience;
    status: DocumentStatus;
    validFrom: string | null;
    validTo: string | null;
    indexedAt: Date | null;
    approvedAt: Date | null;
  },
  today: string,
): boolean {
  if (document.status === 'deleting' || !mayReadDocument(actor, document.audience)) return false;
  if (may(actor, 'documents.manage')) return true;
  const valid = (document.validFrom ?? today) <= today && today <= (document.validTo ?? today);
  return document.indexedAt !== null && document.approvedAt !== null && valid;
}
