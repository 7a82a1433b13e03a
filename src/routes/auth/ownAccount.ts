import { z } from 'zod';
import type { Accounts } from '../../accounts/accounts';
import type { OwnAccount } from '../../accounts/ownAccount';
import { changePasswordSchema, sessionDtoSchema } from '../../shared/people';
import { route, type Route } from '../route';
import { wholeList } from '../answers';
import { sessionOf } from './sessionOf';

/** The own password and sign-ins, for whoever is signed in. */
export function ownAccountRoutes(ownAccount: OwnAccount, accounts: Pick<Accounts, 'claimsOf'>): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/auth/sessions',
      summary: 'The own sign-ins that stand, the one used last first.',
      who: 'signedIn',
      byKey: false,
      owingFactor: true,
      record: 'access',
      answer: wholeList(sessionDtoSchema),
      handle: async ({ actor, request }) => ({
        items: await ownAccount.sessions(actor, sessionOf(request, accounts)),
        nextCursor: null,
      }),
    }),
    route({
      method: 'delete',
      path: '/api/auth/sessions',
      summary: 'End every own sign-in but the one that asks.',
      who: 'signedIn',
      byKey: false,
      owingFactor: true,
      record: 'auth.other-sessions-end',
      handle: async ({ actor, request }) => ownAccount.endOtherSessions(actor, sessionOf(request, accounts)),
    }),
    route({
      method: 'delete',
      path: '/api/auth/sessions/:id',
      summary: 'End one own sign-in; its open connections are cut within seconds.',
      who: 'signedIn',
      byKey: false,
      owingFactor: true,
      record: 'auth.session-end',
      params: z.strictObject({ id: z.uuid() }),
      handle: async ({ actor, params: { id } }) => ownAccount.endSession(actor, id),
    }),
    route({
      method: 'post',
      path: '/api/auth/password',
      summary: 'Change the own password, which ends every other sign-in.',
      who: 'signedIn',
      byKey: false,
      owingFactor: true,
      record: 'auth.password-change',
      guarded: true,
      body: changePasswordSchema,
      problems: ['wrong_password', 'too_many_tries', 'password_guessable'],
      handle: async ({ actor, request, body }) =>
        ownAccount.changePassword(actor, sessionOf(request, accounts), body),
    }),
  ];
}
