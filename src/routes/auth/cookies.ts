import { parse as parseCookies } from 'cookie';
import type { Request, Response } from 'express';
import { sessionDays } from '../../accounts/accounts';

export interface CookieOptions {
  /** Sent over HTTPS only. */
  secureCookies: boolean;
}

export const refreshCookieName = 'narutalk_refresh';
const refreshCookiePath = '/api/auth';

/** Gives the browser the refresh token, where scripts cannot read it and other sites cannot have it sent. */
export function setRefreshCookie(response: Response, token: string, { secureCookies }: CookieOptions): void {
  response.cookie(refreshCookieName, token, {
    httpOnly: true,
    sameSite: 'strict',
    secure: secureCookies,
    path: refreshCookiePath,
    maxAge: sessionDays * 86_400_000,
  });
}

export function clearRefreshCookie(response: Response): void {
  response.clearCookie(refreshCookieName, { path: refreshCookiePath });
}

export function cookieOf(request: Request, name: string): string | undefined {
  return parseCookies(request.headers.cookie ?? '')[name];
}
