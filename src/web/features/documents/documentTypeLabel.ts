import i18next from 'i18next';
import type { documentTypes } from '../../../shared/documents';

/** A document's type in the reader's language; a type of a deployment's own stands as it was given. */
export function documentTypeLabel(docType: string): string {
  const knownType = docType as (typeof documentTypes)[number];
  return i18next.t(`documents:type.${knownType}`, { defaultValue: docType });
}
