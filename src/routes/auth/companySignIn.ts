import type { CookieOptions as BrowserCookie, Request, Response } from 'express';
import { z } from 'zod';
import { signInTryMs, type CompanySignIn } from '../../accounts/companySignIn/companySignIn';
import { AppError, type ErrorCode } from '../../errors';
import { asAppError } from '../../middlewares/asAppError';
import { isFromOtherSite } from '../../middlewares/otherSites';
import { route, type Route } from '../route';
import { cookieOf, setRefreshCookie, type CookieOptions } from './cookies';

const folder = '/api/auth/oidc';
const plainCookieName = 'narutalk_company_sign_in';

/** Where the company's provider says that somebody has signed out there. */
export const logoutPath = `${folder}/backchannel-logout`;

/**
 * Signing in with the company's own accounts: the browser goes to the provider and comes back. A person stands before these two
 * addresses, so a refusal leads to the sign-in page, which says it in words.
 * @param companySignIn undefined: there is none.
 */
export function companySignInRoutes(
  companySignIn: CompanySignIn | undefined,
  options: CookieOptions,
): Route[] {
  const there = (): CompanySignIn => {
    if (!companySignIn) throw new AppError('not_found');
    return companySignIn;
  };
  const cookieName = `${options.secureCookies ? '__Host-' : ''}${plainCookieName}`;
  // Sent along when the provider leads back here, which `strict` would forbid.
  const cookieOptions: BrowserCookie = {
    httpOnly: true,
    sameSite: 'lax',
    secure: options.secureCookies,
    path: '/',
  };

  return [
    route({
      method: 'get',
      path: `${folder}/start`,
      summary: 'Go to the sign-in of the company.',
      who: 'everyone',
      record: 'count',
      query: z.object({ returnTo: z.string().max(2_000).optional() }),
      leadsOn: true,
      setsCookie: true,
      problems: ['not_found', 'provider_unavailable'],
      handle: async ({ query, request, response }) => {
        // A person begins it here: no page elsewhere signs somebody in who did not ask for it.
        if (isFromOtherSite(request.headers)) return leadTo(response, '/login');
        const { url, kept } = await orBack(there().begin(query.returnTo));
        response.cookie(cookieName, kept, { ...cookieOptions, maxAge: signInTryMs });
        leadTo(response, url);
      },
    }),
    route({
      method: 'get',
      path: `${folder}/callback`,
      summary: 'Come back from the sign-in of the company, as its provider leads.',
      who: 'everyone',
      record: 'auth.company-sign-in',
      leadsOn: true,
      setsCookie: true,
      problems: ['not_found', 'provider_unavailable'],
      // No schema: what is asked with would stand in the audit when it is refused, and a code is a secret.
      handle: async ({ request, response }) => {
        response.clearCookie(cookieName, cookieOptions);
        try {
          const kept = cookieOf(request, cookieName);
          const signedIn = await orBack(
            there().finish(queryOf(request), kept, request.headers['user-agent']),
          );
          setRefreshCookie(response, signedIn.refreshToken, options);
          leadTo(response, signedIn.returnTo);
        } catch (error) {
          const { code, status } = asAppError(error);
          if (status >= 500 || status === 404) throw error;
          leadTo(response, signInPage(code));
        }
      },
    }),
    route({
      method: 'post',
      path: logoutPath,
      summary: 'End the sign-ins that came from one at the provider, which says so itself.',
      who: 'everyone',
      record: 'auth.company-sign-out',
      body: z.object({ logout_token: z.string().max(20_000) }),
      isForm: true,
      answer: z.object({}),
      problems: ['not_found', 'provider_unavailable'],
      handle: async ({ body, response }) => {
        response.setHeader('Cache-Control', 'no-store');
        await there().logOut(body.logout_token);
        return {};
      },
    }),
  ];
}

/** The sign-in page, which says why one is back there. */
const signInPage = (code: ErrorCode) => `/login?error=${code}`;

/** While the provider is away there is nowhere to go on to: a browser is led back. */
async function orBack<T>(way: Promise<T>): Promise<T> {
  return way.catch((error: unknown) => {
    const { code, options } = asAppError(error);
    throw code === 'provider_unavailable'
      ? new AppError(code, { ...options, page: signInPage(code) })
      : error;
  });
}

function queryOf(request: Request): string {
  return new URL(request.originalUrl, 'http://here').search;
}

/** What leads on is for this browser, now. */
function leadTo(response: Response, address: string): void {
  response.setHeader('Cache-Control', 'no-store');
  // Without Express's own body, which would write the address out once more.
  response.status(302).location(address).end();
}
