import type { z } from 'zod';
import type { Audience, documentChangesSchema, DocumentDto } from '../../../shared/documents';
import type { Role } from '../../../shared/people';

/** What a person fills in about a document, as forms hold it. */
export interface DocumentValues {
  title: string;
  /** Null: not chosen, which a new version keeps as it was. */
  docType: string | null;
  roles: Role[];
  teams: string[];
  employeeNos: string[];
  productCodes: string[];
  validFrom: string;
  validTo: string;
}

export type DocumentChanges = z.input<typeof documentChangesSchema>;

export function valuesOf(document: DocumentDto): DocumentValues {
  const { roles = [], teams = [], employeeNos = [] } = document.audience;
  return {
    title: document.title,
    docType: document.docType,
    roles,
    teams,
    employeeNos,
    productCodes: document.productCodes,
    validFrom: document.validFrom ?? '',
    validTo: document.validTo ?? '',
  };
}

/** The audience as the API takes it, without empty lists; `{}` is everyone. */
export function audienceOf({
  roles,
  teams,
  employeeNos,
}: Pick<DocumentValues, 'roles' | 'teams' | 'employeeNos'>): Audience {
  return {
    ...(roles.length > 0 ? { roles } : {}),
    ...(teams.length > 0 ? { teams } : {}),
    ...(employeeNos.length > 0 ? { employeeNos } : {}),
  };
}

/** Body of `PATCH /api/documents/:id`: only what differs, so that another admin's change of the rest stays. */
export function changesOf(before: DocumentValues, after: DocumentValues): DocumentChanges {
  const wanted = toChanges(after);
  const known = toChanges(before);
  const changed = Object.entries(wanted).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(known[name as keyof DocumentChanges]),
  );
  return Object.fromEntries(changed);
}

function toChanges(values: DocumentValues): Required<DocumentChanges> {
  return {
    title: values.title.trim(),
    docType: values.docType ?? '',
    audience: audienceOf(values),
    productCodes: values.productCodes,
    validFrom: values.validFrom || null,
    validTo: values.validTo || null,
  };
}
