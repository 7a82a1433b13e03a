import type { LoginResponse, Permission, SignedInEmployeeDto } from '../../shared/people';
import { ApiError } from './apiError';
import { sendRequest } from './http';
import { createStore, useStore } from './store';

/** Who is signed in. `restoring` while the refresh cookie is tried, `unreachable` when that got no answer. */
export type Session =
  | { status: 'restoring' }
  | { status: 'unreachable'; error: unknown }
  | { status: 'signedOut'; because: 'never signed in' | 'expired' | 'left' }
  | { status: 'signedIn'; employee: SignedInEmployeeDto };

export const sessionStore = createStore<Session>({ status: 'restoring' });

const tryAgainMs = 5_000;

/** Kept in memory only, so that no script that comes later finds it in a storage. */
let accessToken: string | undefined;
let runningRefresh: Promise<boolean> | undefined;

export function currentAccessToken(): string | undefined {
  return accessToken;
}

/** Continues the session of an earlier visit where the refresh cookie still allows it. */
export async function restoreSession(): Promise<void> {
  sessionStore.set({ status: 'restoring' });
  try {
    await refreshSession();
  } catch (error) {
    sessionStore.set({ status: 'unreachable', error });
  }
}

/** Tries again by itself what got no answer at the start of the page; says nothing until there is one. */
export function goOnWhenReachable(): void {
  const tryAgain = () => {
    if (sessionStore.get().status === 'unreachable') void refreshSession().catch(() => undefined);
  };
  window.addEventListener('online', tryAgain);
  setInterval(tryAgain, tryAgainMs);
}

/** @throws ApiError `wrong_credentials` and the like. */
export async function signIn(email: string, password: string): Promise<void> {
  const response = await sendRequest('/api/auth/login', { method: 'POST', body: { email, password } });
  begin((await response.json()) as LoginResponse);
}

/** Ends the session here and, where it can be reached, on the server. */
export async function signOut(): Promise<void> {
  try {
    await sendRequest('/api/auth/logout', { method: 'POST', token: accessToken });
  } finally {
    end('left');
  }
}

/**
 * Trades the refresh cookie for a new access token; calls at the same time share one trade.
 * @returns false when the session is over, which also signs out here.
 * @throws ApiError when the server could not say.
 */
export function refreshSession(): Promise<boolean> {
  runningRefresh ??= oneTabAtATime(tradeRefreshCookie).finally(() => {
    runningRefresh = undefined;
  });
  return runningRefresh;
}

async function tradeRefreshCookie(): Promise<boolean> {
  try {
    const response = await sendRequest('/api/auth/refresh', { method: 'POST' });
    begin((await response.json()) as LoginResponse);
    return true;
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 401) throw error;
    end(sessionStore.get().status === 'signedIn' ? 'expired' : 'never signed in');
    return false;
  }
}

/** The cookie rotates: two tabs that send the same one at once would look like a theft. */
async function oneTabAtATime(work: () => Promise<boolean>): Promise<boolean> {
  // Browsers offer locks on HTTPS and localhost only.
  return navigator.locks ? navigator.locks.request('narutalk-refresh', work) : work();
}

function begin(answer: LoginResponse): void {
  accessToken = answer.accessToken;
  sessionStore.set({ status: 'signedIn', employee: answer.employee });
}

function end(because: Extract<Session, { status: 'signedOut' }>['because']): void {
  accessToken = undefined;
  sessionStore.set({ status: 'signedOut', because });
}

export function useSession(): Session {
  return useStore(sessionStore);
}

/**
 * The signed-in employee, for pages behind the sign-in.
 * @throws Error anywhere else.
 */
export function useEmployee(): SignedInEmployeeDto {
  const session = useSession();
  if (session.status !== 'signedIn') throw new Error('This page needs a signed-in employee.');
  return session.employee;
}

export function may(employee: SignedInEmployeeDto, permission: Permission): boolean {
  return employee.permissions.includes(permission);
}
