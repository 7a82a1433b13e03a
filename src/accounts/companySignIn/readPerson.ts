import { z } from 'zod';
import type { CompanySignInSettings } from '../../env/companySignIn';

/** A person as the company's provider tells of one. */
export interface CompanyPerson {
  issuer: string;
  subject: string;
  /** What the provider calls the sign-in there; null: it does not say. */
  sid: string | null;
  /** Null: none that is known to be the person's. */
  email: string | null;
  name: string | null;
  employeeNo: string | null;
  groups: string[];
}

const text = z.string().trim().min(1);
const claimsSchema = z.looseObject({
  iss: z.string(),
  sub: z.string(),
  sid: z.string().optional(),
  email: z.email().max(254).optional().catch(undefined),
  email_verified: z.boolean().optional().catch(false),
  name: text.max(100).optional().catch(undefined),
});
/** Some providers write a group alone as a text, and a number as a number. */
const groupsSchema = z.union([z.array(z.string()), z.string().transform((group) => [group])]).catch([]);
const employeeNoSchema = z
  .union([z.string(), z.number().transform(String)])
  .pipe(text.max(40))
  .nullable()
  .catch(null);

type ClaimSettings = Pick<CompanySignInSettings, 'groupsClaim' | 'employeeNoClaim' | 'trustsEmail'>;

/** Reads what a provider claims; what has not the form it should have counts as not claimed. */
export function readPerson(claims: object, settings: ClaimSettings): CompanyPerson {
  const { iss, sub, sid, email, email_verified: isVerified, name, ...others } = claimsSchema.parse(claims);
  const { employeeNoClaim } = settings;
  // An address that a person may have typed there would open the account of whoever it belongs to.
  const isTheirs = isVerified ?? settings.trustsEmail;
  return {
    issuer: iss,
    subject: sub,
    sid: sid ?? null,
    email: isTheirs ? (email ?? null) : null,
    name: name ?? null,
    employeeNo:
      employeeNoClaim === undefined ? null : employeeNoSchema.parse(others[employeeNoClaim] ?? null),
    groups: groupsSchema.parse(others[settings.groupsClaim] ?? []),
  };
}
