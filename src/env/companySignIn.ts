import { z } from 'zod';
import { roles, type Role } from '../shared/people';

const url = z.url({ protocol: /^https?$/ });
const loopbackHosts = new Set(['127.0.0.1', '[::1]', 'localhost']);

const groupRoles = z
  .string()
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue({ code: 'custom', message: 'must be JSON such as {"sales": "rep"}' });
      return z.NEVER;
    }
  })
  .pipe(z.record(z.string().min(1), z.enum(roles)));

/** The sign-in of the company by OpenID Connect; what each is for stands in docs/sign-in.md. */
export const companySignInSettings = {
  PUBLIC_URL: url.optional(),
  OIDC_ISSUER: url.optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  OIDC_NAME: z.string().min(1).max(60).optional(),
  OIDC_SCOPES: z.string().min(1).default('openid profile email'),
  OIDC_GROUPS_CLAIM: z.string().min(1).default('groups'),
  OIDC_GROUP_ROLES: groupRoles.optional(),
  OIDC_EMPLOYEE_NO_CLAIM: z.string().min(1).optional(),
  OIDC_TRUST_EMAIL: z
    .enum(['0', '1'])
    .default('0')
    .transform((value) => value === '1'),
  OIDC_SESSION_HOURS: z.coerce.number().min(0.1).max(720).default(12),
};

type Settings = z.infer<z.ZodObject<typeof companySignInSettings>>;

/** How people of the company sign in with its provider. */
export interface CompanySignInSettings {
  issuer: string;
  clientId: string;
  /** Undefined: a public client, which PKCE alone protects. */
  clientSecret?: string;
  /** What the button says; undefined: the client's own words. */
  name?: string;
  scopes: string;
  /** Claim with the groups a person is in. */
  groupsClaim: string;
  groupRoles: Record<string, Role>;
  /** Claim with the employee number; undefined: people are not registered by signing in. */
  employeeNoClaim?: string;
  /** Addresses count as verified where the provider does not say. */
  trustsEmail: boolean;
  sessionMs: number;
  /** Where browsers find this program: the provider sends them back there. */
  publicUrl: string;
}

/** What contradicts itself, in words. */
export function companySignInContradictions(settings: Settings): string[] {
  const { OIDC_ISSUER: issuer } = settings;
  if (!issuer) return [];
  const needed = ['PUBLIC_URL', 'OIDC_CLIENT_ID', 'OIDC_GROUP_ROLES'] as const;
  const missing = needed.filter((name) => settings[name] === undefined);
  return [
    ...(missing.length > 0 ? [`OIDC_ISSUER needs ${missing.join(' and ')}`] : []),
    ...(isSafe(issuer) ? [] : ['OIDC_ISSUER must begin with https:// unless it is on the loopback address']),
    ...(settings.OIDC_SCOPES.split(' ').includes('openid') ? [] : ['OIDC_SCOPES must contain openid']),
  ];
}

/** @returns undefined where no provider is set. */
export function toCompanySignIn(settings: Settings): CompanySignInSettings | undefined {
  if (!settings.OIDC_ISSUER) return undefined;
  return {
    issuer: settings.OIDC_ISSUER,
    clientId: settings.OIDC_CLIENT_ID!,
    clientSecret: settings.OIDC_CLIENT_SECRET,
    name: settings.OIDC_NAME,
    scopes: settings.OIDC_SCOPES,
    groupsClaim: settings.OIDC_GROUPS_CLAIM,
    groupRoles: settings.OIDC_GROUP_ROLES!,
    employeeNoClaim: settings.OIDC_EMPLOYEE_NO_CLAIM,
    trustsEmail: settings.OIDC_TRUST_EMAIL,
    sessionMs: settings.OIDC_SESSION_HOURS * 3_600_000,
    publicUrl: settings.PUBLIC_URL!,
  };
}

/** Tokens and secrets travel to it: in the clear only within one machine. */
function isSafe(issuer: string): boolean {
  const { protocol, hostname } = new URL(issuer);
  return protocol === 'https:' || loopbackHosts.has(hostname);
}
