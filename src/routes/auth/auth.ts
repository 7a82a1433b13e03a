import type { Response } from 'express';
import { parse as parseCookies } from 'cookie';
import { AppError } from '../../errors';
import { sessionDays, type Accounts, type SignedIn } from '../../accounts/accounts';
import { loginSchema, type LoginResponse } from '../../shared/people';
import { route, type Route } from '../route';

const cookieName = 'narutalk_refresh';
const cookiePath = '/api/auth';

/** Signing in and out. The refresh token travels only in a cookie that scripts cannot read. */
export function authRoutes(accounts: Accounts, options: { secureCookies: boolean }): Route[] {
  const answer = (response: Response, { accessToken, employee, refreshToken }: SignedIn): LoginResponse => {
    response.cookie(cookieName, refreshToken, {
      httpOnly: true,
      sameSite: 'strict',
      secure: options.secureCookies,
      path: cookiePath,
      maxAge: sessionDays * 86_400_000,
    });
    return { accessToken, employee };
  };

  return [
    route({
      method: 'post',
      path: '/api/auth/login',
      summary: 'Sign in with e-mail address and password.',
      who: 'everyone',
      record: 'auth.sign-in',
      beforeMigration: 'ifPossible',
      guarded: true,
      body: loginSchema,
      handle: async ({ body, request, response }) =>
        answer(response, await accounts.signIn(body.email, body.password, request.headers['user-agent'])),
    }),
    route({
      method: 'post',
      path: '/api/auth/refresh',
      summary: 'Get a new access token with the refresh cookie, which is changed.',
      who: 'everyone',
      record: 'auth.refresh',
      beforeMigration: 'ifPossible',
      handle: async ({ request, response }) => {
        const token = refreshCookie(request.headers.cookie);
        if (!token) throw new AppError('unauthenticated');
        return answer(response, await accounts.refresh(token));
      },
    }),
    route({
      method: 'post',
      path: '/api/auth/logout',
      summary: 'End the session of the refresh cookie.',
      who: 'everyone',
      record: 'auth.sign-out',
      beforeMigration: 'ifPossible',
      handle: async ({ request, response }) => {
        const token = refreshCookie(request.headers.cookie);
        if (token) await accounts.signOut(token);
        response.clearCookie(cookieName, { path: cookiePath });
      },
    }),
    route({
      method: 'get',
      path: '/api/auth/me',
      summary: 'The signed-in person.',
      who: 'signedIn',
      record: 'access',
      beforeMigration: 'ifPossible',
      handle: async ({ actor }) => accounts.describe(actor),
    }),
  ];
}

function refreshCookie(header: string | undefined): string | undefined {
  return parseCookies(header ?? '')[cookieName];
}
