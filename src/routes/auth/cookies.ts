import { parse as parseCookies } from 'cookie';
import type { CookieOptions as BrowserCookie, Request, Response } from 'express';
import { sessionMs } from '../../accounts/sessionTimes';

export interface CookieOptions {
  /** Sent over HTTPS only. */
  secureCookies: boolean;
}

/** Of the refresh token where it is sent over HTTPS only; browsers take this prefix from this very host alone, over HTTPS. */
export const refreshCookieName = '__Host-narutalk_refresh';
/** Of the same where the program is tried over plain HTTP, in which browsers refuse that prefix. */
const plainRefreshCookieName = 'narutalk_refresh';

function nameOf({ secureCookies }: CookieOptions): string {
  return secureCookies ? refreshCookieName : plainRefreshCookieName;
}

/** Gives the browser the refresh token, where scripts cannot read it and other sites cannot have it sent. */
export function setRefreshCookie(response: Response, token: string, options: CookieOptions): void {
  response.cookie(nameOf(options), token, {
    ...attributes(options),
    maxAge: sessionMs,
  });
}

export function clearRefreshCookie(response: Response, options: CookieOptions): void {
  response.clearCookie(nameOf(options), attributes(options));
}

export function refreshCookieOf(request: Request, options: CookieOptions): string | undefined {
  return cookieOf(request, nameOf(options));
}

export function cookieOf(request: Request, name: string): string | undefined {
  return parseCookies(request.headers.cookie ?? '')[name];
}

/** The whole host, as the prefix has it, and no other. */
function attributes({ secureCookies }: CookieOptions): BrowserCookie {
  return { httpOnly: true, sameSite: 'strict', secure: secureCookies, path: '/' };
}
