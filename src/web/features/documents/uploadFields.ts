import { audienceOf, type DocumentValues } from './documentValues';

/** The upload form as it is filled in. */
export interface UploadValues extends DocumentValues {
  /** Key of the document this is a new version of; empty: a document of its own. */
  replaces: string;
}

export const emptyUpload: UploadValues = {
  title: '',
  docType: 'reference',
  roles: [],
  teams: [],
  employeeNos: [],
  productCodes: [],
  validFrom: '',
  validTo: '',
  replaces: '',
};

/** A form for the next version of a document: what is left empty stays as it was there. */
export function newVersionOf(documentId: string): UploadValues {
  return { ...emptyUpload, docType: null, replaces: documentId };
}

/**
 * The form fields of `POST /api/documents` for these values. A title belongs to one file: with several, each keeps
 * its file's name.
 */
export function uploadFields(values: UploadValues, fileCount: number): Record<string, string> {
  const { title, docType, productCodes, validFrom, validTo, replaces } = values;
  const audience = audienceOf(values);
  return {
    ...(docType ? { docType } : {}),
    ...(title.trim() && fileCount === 1 ? { title: title.trim() } : {}),
    ...(Object.keys(audience).length > 0 ? { audience: JSON.stringify(audience) } : {}),
    ...(productCodes.length > 0 ? { productCodes: JSON.stringify(productCodes) } : {}),
    ...(validFrom ? { validFrom } : {}),
    ...(validTo ? { validTo } : {}),
    ...(replaces ? { replaces } : {}),
  };
}
