import type { Login, LoginResponse, Permission, SignedInEmployeeDto } from '../../shared/people';
import { ApiError } from './apiError';
import { sendRequest } from './http';
import { createStore, useStore } from './store';

/**
 * Who is signed in. `restoring` while the refresh cookie is tried, `unreachable` when that got no answer. `expired`: the server ended
 * the session while its person was at work; the page stays as it is until that person signs in again. `owesFactor`: the company
 * demands a second factor, and refuses everything else until it is set up.
 */
export type Session =
  | { status: 'restoring' }
  | { status: 'unreachable'; error: unknown }
  | { status: 'signedOut'; because: 'never signed in' | 'left' }
  | { status: 'expired'; employee: SignedInEmployeeDto }
  | { status: 'owesFactor'; employee: SignedInEmployeeDto }
  | { status: 'signedIn'; employee: SignedInEmployeeDto };

export const sessionStore = createStore<Session>({ status: 'restoring' });

const tryAgainMs = 5_000;

/** Kept in memory only, so that no script that comes later finds it in a storage. */
let accessToken: string | undefined;
let runningRefresh: Promise<boolean> | undefined;

/** The tabs of a browser share one cookie: where one signs in again, the others can go on. */
const otherTabs = new BroadcastChannel('narutalk.session');
otherTabs.onmessage = () => {
  // Where the server does not answer, the dialog stands and can be used.
  if (sessionStore.get().status === 'expired') refreshSession().catch(() => undefined);
};

export function currentAccessToken(): string | undefined {
  return accessToken;
}

/** Continues the session of an earlier visit where the refresh cookie still allows it. */
export async function restoreSession(): Promise<void> {
  sessionStore.set({ status: 'restoring' });
  try {
    // The sign-in of the company begins a page: a tab that waits for it can go on.
    if (await refreshSession()) otherTabs.postMessage('signed in');
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
export async function signIn(login: Login): Promise<void> {
  const response = await sendRequest('/api/auth/login', { method: 'POST', body: login });
  await begin((await response.json()) as LoginResponse);
  otherTabs.postMessage('signed in');
}

/** To be called with the code of every refusal: leads to the set-up of the second factor when that is what is wanted. */
export function noteRefusal(code: string): void {
  const session = sessionStore.get();
  if (code !== 'second_factor_demanded' || session.status !== 'signedIn') return;
  sessionStore.set({ ...session, status: 'owesFactor' });
}

/** The second factor is set up: everything goes on in the same session. */
export function factorSetUp(): void {
  const session = sessionStore.get();
  if (session.status === 'owesFactor') sessionStore.set({ ...session, status: 'signedIn' });
}

/** Gives an expired session up, and with it what stands on the page. */
export function leaveExpired(): void {
  end('left');
}

/** Waits while the session is expired. @returns whether its person has signed in again. */
export function signedInAgain(): Promise<boolean> {
  return new Promise((resolve) => {
    const unsubscribe = sessionStore.subscribe(look);
    look();
    function look() {
      const { status } = sessionStore.get();
      if (status === 'expired') return;
      unsubscribe();
      resolve(status === 'signedIn');
    }
  });
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
    await begin((await response.json()) as LoginResponse);
    return true;
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 401) throw error;
    const session = sessionStore.get();
    if (session.status === 'signedIn' || session.status === 'owesFactor') expire(session.employee);
    else if (session.status !== 'expired') end('never signed in');
    return false;
  }
}

/** The cookie rotates: two tabs that send the same one at once would look like a theft. */
async function oneTabAtATime(work: () => Promise<boolean>): Promise<boolean> {
  // Browsers offer locks on HTTPS and localhost only.
  return navigator.locks ? navigator.locks.request('narutalk-refresh', work) : work();
}

/** Begins or goes on. For another person than the one whose page this is, the page starts anew: nothing of the first one stays. */
async function begin(answer: LoginResponse): Promise<void> {
  const session = sessionStore.get();
  if ('employee' in session && session.employee.id !== answer.employee.id) {
    window.location.replace('/');
    // What waits for this sign-in belongs to the first person, and ends with the page.
    await new Promise(() => undefined);
  }
  accessToken = answer.accessToken;
  // A new token does not set up what is owed.
  const status = session.status === 'owesFactor' ? 'owesFactor' : 'signedIn';
  sessionStore.set({ status, employee: answer.employee });
}

function expire(employee: SignedInEmployeeDto): void {
  accessToken = undefined;
  sessionStore.set({ status: 'expired', employee });
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
  if (!('employee' in session)) throw new Error('This page needs a signed-in employee.');
  return session.employee;
}

export function may(employee: SignedInEmployeeDto, permission: Permission): boolean {
  return employee.permissions.includes(permission);
}
