import type { Response } from 'express';
import { AppError } from '../../errors';
import type { Accounts, SignedIn } from '../../accounts/accounts';
import {
  loginSchema,
  type LoginResponse,
  loginResponseSchema,
  signedInEmployeeDtoSchema,
} from '../../shared/people';
import { route, type Route } from '../route';
import { clearRefreshCookie, refreshCookieOf, setRefreshCookie, type CookieOptions } from './cookies';

/** Signing in and out. The refresh token travels only in a cookie that scripts cannot read. */
export function authRoutes(accounts: Accounts, options: CookieOptions): Route[] {
  const answer = (response: Response, { accessToken, employee, refreshToken }: SignedIn): LoginResponse => {
    setRefreshCookie(response, refreshToken, options);
    return { accessToken, employee };
  };

  return [
    route({
      method: 'post',
      path: '/api/auth/login',
      summary: 'Sign in with e-mail address and password, and a code where a second factor is on.',
      who: 'everyone',
      record: 'auth.sign-in',
      beforeMigration: 'ifPossible',
      guarded: true,
      body: loginSchema,
      answer: loginResponseSchema,
      problems: [
        'wrong_credentials',
        'second_factor_required',
        'wrong_code',
        'second_factor_unreadable',
        'too_many_tries',
      ],
      setsCookie: true,
      handle: async ({ body, request, response }) =>
        answer(response, await accounts.signIn(body, request.headers['user-agent'])),
    }),
    route({
      method: 'post',
      path: '/api/auth/refresh',
      summary: 'Get a new access token with the refresh cookie, which is changed.',
      who: 'everyone',
      record: 'auth.refresh',
      beforeMigration: 'ifPossible',
      answer: loginResponseSchema,
      credentials: ['refreshCookie'],
      setsCookie: true,
      handle: async ({ request, response }) => {
        const token = refreshCookieOf(request, options);
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
      credentials: ['refreshCookie', 'nothing'],
      setsCookie: true,
      handle: async ({ request, response }) => {
        const token = refreshCookieOf(request, options);
        if (token) await accounts.signOut(token);
        clearRefreshCookie(response, options);
      },
    }),
    route({
      method: 'get',
      path: '/api/auth/me',
      summary: 'The signed-in person.',
      who: 'signedIn',
      owingFactor: true,
      record: 'access',
      beforeMigration: 'ifPossible',
      answer: signedInEmployeeDtoSchema,
      handle: async ({ actor }) => accounts.describe(actor),
    }),
  ];
}
