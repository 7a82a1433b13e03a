import { createRemoteJWKSet, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import * as oidc from 'openid-client';
import type { CompanySignInSettings } from '../../env/companySignIn';
import { AppError } from '../../errors';
import { readPerson, type CompanyPerson } from './readPerson';

/** Seconds the provider has for an answer: somebody waits. */
const timeoutSeconds = 10;
/** A logout token is sent when it is made; later, somebody else may have kept it. */
const oldestLogoutToken = '5 minutes';
const logoutEvent = 'http://schemas.openid.net/event/backchannel-logout';

/** What belongs to one try to sign in, and must come back with it. */
export interface SignInChecks {
  state: string;
  nonce: string;
  codeVerifier: string;
}

/** Which sign-ins end: one there, or all of a person. */
export interface CompanyLogout {
  issuer: string;
  subject?: string;
  sid?: string;
}

/**
 * The sign-in of the company as OpenID Connect has it: authorization code with PKCE, state and nonce. What it offers is asked for
 * when it is first needed: the program starts without it.
 */
export function createIdentityProvider(settings: CompanySignInSettings) {
  const redirectUri = new URL('/api/auth/oidc/callback', settings.publicUrl);
  let known: Promise<KnownProvider> | undefined;

  const provider = (): Promise<KnownProvider> => {
    known ??= discover(settings).catch((error: unknown) => {
      known = undefined;
      throw new AppError('provider_unavailable', { cause: error });
    });
    return known;
  };

  return {
    /** Where a browser is sent to. @throws AppError `provider_unavailable` */
    async begin(): Promise<{ url: URL; checks: SignInChecks }> {
      const { config } = await provider();
      const checks = {
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
        codeVerifier: oidc.randomPKCECodeVerifier(),
      };
      const url = oidc.buildAuthorizationUrl(config, {
        redirect_uri: redirectUri.href,
        scope: settings.scopes,
        state: checks.state,
        nonce: checks.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(checks.codeVerifier),
        code_challenge_method: 'S256',
      });
      return { url, checks };
    },

    /**
     * Who came back.
     * @param query as the browser brought it
     * @throws AppError `provider_unavailable`, `company_sign_in_failed`
     */
    async finish(query: string, checks: SignInChecks): Promise<CompanyPerson> {
      const { config } = await provider();
      const came = new URL(redirectUri);
      came.search = query;
      try {
        const tokens = await oidc.authorizationCodeGrant(config, came, {
          expectedState: checks.state,
          expectedNonce: checks.nonce,
          pkceCodeVerifier: checks.codeVerifier,
        });
        const claims = tokens.claims()!;
        // Groups, and with some providers everything but the subject, are told there only.
        const told = config.serverMetadata().userinfo_endpoint
          ? await oidc.fetchUserInfo(config, tokens.access_token, claims.sub)
          : {};
        return readPerson({ ...told, ...claims }, settings);
      } catch (error) {
        throw new AppError(isAway(error) ? 'provider_unavailable' : 'company_sign_in_failed', {
          cause: error,
        });
      }
    },

    /**
     * What a logout token says (OpenID Connect Back-Channel Logout 1.0, section 2.6).
     * @throws AppError `bad_request` for one that is not the provider's, not for this program, too old or not of this kind
     */
    async readLogoutToken(token: string): Promise<CompanyLogout> {
      const { issuer, keys } = await provider();
      try {
        const { payload } = await jwtVerify(token, keys, {
          issuer,
          audience: settings.clientId,
          algorithms: [
            'RS256',
            'RS384',
            'RS512',
            'PS256',
            'PS384',
            'PS512',
            'ES256',
            'ES384',
            'ES512',
            'EdDSA',
          ],
          maxTokenAge: oldestLogoutToken,
          requiredClaims: ['jti', 'events'],
        });
        return { issuer, ...whoseLogout(payload) };
      } catch (error) {
        throw new AppError(isAway(error) ? 'provider_unavailable' : 'bad_request', { cause: error });
      }
    },
  };
}

interface KnownProvider {
  config: oidc.Configuration;
  issuer: string;
  keys: JWTVerifyGetKey;
}

async function discover({ issuer, clientId, clientSecret }: CompanySignInSettings): Promise<KnownProvider> {
  const address = new URL(issuer);
  const config = await oidc.discovery(
    address,
    clientId,
    clientSecret,
    clientSecret ? undefined : oidc.None(),
    {
      timeout: timeoutSeconds,
      execute: [
        // The signature of an ID token is looked at, though it came from the provider itself.
        oidc.enableNonRepudiationChecks,
        // The settings let it be plain HTTP on the loopback address only.
        // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so to stand out, it says
        ...(address.protocol === 'http:' ? [oidc.allowInsecureRequests] : []),
      ],
    },
  );
  const metadata = config.serverMetadata();
  const keys = createRemoteJWKSet(new URL(metadata.jwks_uri!), { timeoutDuration: timeoutSeconds * 1_000 });
  return { config, issuer: metadata.issuer, keys };
}

function whoseLogout({ sub, sid, events, nonce }: JWTPayload): { subject?: string; sid?: string } {
  const isLogout = typeof events === 'object' && events !== null && logoutEvent in events;
  if (!isLogout) throw new Error('not a logout token');
  // So that an ID token is never taken for one.
  if (nonce !== undefined) throw new Error('a logout token has no nonce');
  if (typeof sid === 'string') return { subject: sub, sid };
  if (sub === undefined) throw new Error('a logout token names a person or a sign-in');
  return { subject: sub };
}

const codesOfAway = [
  'OAUTH_TIMEOUT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'ERR_JWKS_TIMEOUT',
  'ERR_JOSE_GENERIC',
];

/** Whether the provider did not answer, or not with what it should: not what somebody brought. */
function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof TypeError && error.message === 'fetch failed') return true;
  const { code, status, cause } = error as { code?: unknown; status?: unknown; cause?: unknown };
  if (typeof status === 'number') return status >= 500;
  return codesOfAway.includes(String(code)) || isAway(cause);
}
