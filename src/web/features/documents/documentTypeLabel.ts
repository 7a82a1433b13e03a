import i18next from 'i18next';
import { documentTypes } from '../../../shared/documents';

/** A document's type in the reader's language; a type of a deployment's own stands as it was given. */
export function documentTypeLabel(docType: string): string {
  const known = documentTypes.find((type) => type === docType);
  return known ? i18next.t(`documents:type.${known}`) : docType;
}
