import type { Request } from 'express';
import type { Accounts } from '../../accounts/accounts';
import { bearerToken } from '../../middlewares/bearerToken';

/** The sign-in that asks, on a route that only people may call: the router has admitted its token, which is no key. */
export function sessionOf(request: Request, accounts: Pick<Accounts, 'claimsOf'>): string {
  return accounts.claimsOf(bearerToken(request) ?? '').sessionId;
}
