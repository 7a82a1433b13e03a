import type { Audience } from '../../../shared/documents';
import type { Role } from '../../../shared/people';

/** The upload form as it is filled in. */
export interface UploadValues {
  title: string;
  docType: string;
  roles: Role[];
  teams: string[];
  employeeNos: string[];
  validFrom: string;
  validTo: string;
}

export const emptyUpload: UploadValues = {
  title: '',
  docType: 'reference',
  roles: [],
  teams: [],
  employeeNos: [],
  validFrom: '',
  validTo: '',
};

/**
 * The form fields of `POST /api/documents` for these values. A title belongs to one file: with several, each keeps
 * its file's name.
 */
export function uploadFields(values: UploadValues, fileCount: number): Record<string, string> {
  const { title, docType, validFrom, validTo } = values;
  const audience = audienceOf(values);
  return {
    docType,
    ...(title.trim() && fileCount === 1 ? { title: title.trim() } : {}),
    ...(audience ? { audience: JSON.stringify(audience) } : {}),
    ...(validFrom ? { validFrom } : {}),
    ...(validTo ? { validTo } : {}),
  };
}

/** Undefined for a document that everyone may read. */
function audienceOf({ roles, teams, employeeNos }: UploadValues): Audience | undefined {
  const audience: Audience = {
    ...(roles.length > 0 ? { roles } : {}),
    ...(teams.length > 0 ? { teams } : {}),
    ...(employeeNos.length > 0 ? { employeeNos } : {}),
  };
  return Object.keys(audience).length > 0 ? audience : undefined;
}
