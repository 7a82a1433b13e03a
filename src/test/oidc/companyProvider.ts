import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWTPayload } from 'jose';
import Provider from 'oidc-provider';
import type { CompanySignInSettings } from '../../env/companySignIn';

/** Somebody who has an account at the company's provider. */
export interface CompanyAccount {
  email: string;
  name: string;
  groups: string[];
  employeeNumber?: string;
  emailVerified?: boolean;
}

/** A real OpenID Connect provider (`oidc-provider`, which is certified) on the loopback address. */
export interface CompanyProvider {
  /** By the subject, which is also the name to sign in with; any password is right. */
  accounts: Map<string, CompanyAccount>;
  /** Settings of the program that people sign in to. */
  settings: CompanySignInSettings;
  /** A token with the provider's own key. */
  sign(claims: JWTPayload, header?: { typ?: string }): Promise<string>;
  close(): Promise<void>;
}

const clientId = 'narutalk';
const clientSecret = 'a-secret-that-only-the-tests-know';
const keyId = 'test';

/** @param publicUrl where the program is that people sign in to */
export async function startCompanyProvider(publicUrl: string): Promise<CompanyProvider> {
  const http = createServer();
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const accounts = new Map<string, CompanyAccount>();
  const answer = (await createProvider(issuer, publicUrl, accounts, privateKey)).callback();
  http.on('request', (request, response) => void answer(request, response));
  return {
    accounts,
    settings: {
      ...{ issuer, clientId, clientSecret, publicUrl },
      scopes: 'openid profile email groups',
      groupsClaim: 'groups',
      groupRoles: { 'narutalk-admins': 'admin', audit: 'analyst', leads: 'manager', sales: 'rep' },
      employeeNoClaim: 'employee_number',
      trustsEmail: false,
      sessionMs: 3_600_000,
    },
    sign: (claims, header = {}) =>
      new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: keyId, ...header }).sign(privateKey),
    close: () => closeServer(http),
  };
}

async function createProvider(
  issuer: string,
  publicUrl: string,
  accounts: Map<string, CompanyAccount>,
  privateKey: CryptoKey,
): Promise<Provider> {
  const jwk = { ...(await exportJWK(privateKey)), kid: keyId, use: 'sig', alg: 'RS256' };
  return new Provider(issuer, {
    jwks: { keys: [jwk] },
    cookies: { keys: ['a key of the tests'] },
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [new URL('/api/auth/oidc/callback', publicUrl).href],
        backchannel_logout_uri: new URL('/api/auth/oidc/backchannel-logout', publicUrl).href,
        backchannel_logout_session_required: true,
      },
    ],
    claims: {
      openid: ['sub'],
      email: ['email', 'email_verified'],
      profile: ['name', 'employee_number'],
      groups: ['groups'],
    },
    // Consent is between the two programs of one company.
    loadExistingGrant: async (context) => {
      const { client, session, provider } = context.oidc;
      const grant = new provider.Grant({ clientId: client!.clientId, accountId: session!.accountId });
      grant.addOIDCScope('openid profile email groups');
      await grant.save();
      return grant;
    },
    features: {
      backchannelLogout: { enabled: true },
      devInteractions: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (context, form) => {
          context.body = `${form}<button type="submit" form="op.logoutForm" name="logout" value="yes">Sign out</button>`;
        },
        postLogoutSuccessSource: (context) => {
          context.body = 'Signed out.';
        },
      },
    },
    // Seconds; what is left to its defaults, the provider warns of.
    ttl: { AccessToken: 3_600, IdToken: 3_600, Interaction: 3_600, Session: 86_400, Grant: 86_400 },
    pkce: { required: () => true },
    findAccount: (_context, subject) => {
      const account = accounts.get(subject);
      if (!account) return undefined;
      const { email, name, groups, employeeNumber, emailVerified = true } = account;
      return {
        accountId: subject,
        claims: () => ({
          ...{ sub: subject, email, email_verified: emailVerified, name, groups },
          ...(employeeNumber === undefined ? {} : { employee_number: employeeNumber }),
        }),
      };
    },
  });
}

async function closeServer(http: Server): Promise<void> {
  http.closeAllConnections();
  await new Promise<void>((resolve) => http.close(() => resolve()));
}
