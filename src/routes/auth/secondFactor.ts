import type { Accounts } from '../../accounts/accounts';
import type { SecondFactor } from '../../accounts/secondFactor/secondFactor';
import {
  beginSecondFactorSchema,
  confirmSecondFactorSchema,
  newSecondFactorDtoSchema,
  recoveryCodesDtoSchema,
  secondFactorDtoSchema,
  secondFactorProofSchema,
} from '../../shared/signIn';
import { route, type Route } from '../route';
import { rowParams } from '../rowParams';
import { sessionOf } from './sessionOf';

const path = '/api/auth/second-factor';

/** The own second factor, and its end by an admin for whoever has lost it. */
export function secondFactorRoutes(
  secondFactor: SecondFactor,
  accounts: Pick<Accounts, 'claimsOf'>,
): Route[] {
  return [
    route({
      method: 'get',
      path,
      summary: 'Whether the own sign-in asks for a code, and how many codes to recover with are left.',
      who: 'signedIn',
      byKey: false,
      owingFactor: true,
      beforeMigration: 'ifPossible',
      record: 'access',
      answer: secondFactorDtoSchema,
      handle: async ({ actor }) => secondFactor.describe(actor),
    }),
    route({
      method: 'post',
      path,
      summary: 'Make a second factor, told once; it is in force once a code of it was shown.',
      who: 'signedIn',
      byKey: false,
      owingFactor: true,
      beforeMigration: 'ifPossible',
      record: 'auth.second-factor-begin',
      guarded: true,
      status: 201,
      body: beginSecondFactorSchema,
      answer: newSecondFactorDtoSchema,
      problems: ['wrong_password', 'too_many_tries', 'second_factor_is_on'],
      handle: async ({ actor, body }) => secondFactor.begin(actor, body.currentPassword),
    }),
    route({
      method: 'post',
      path: `${path}/confirm`,
      summary:
        'Put it in force by a code; answers the codes to recover with, once, and ends the other sign-ins.',
      who: 'signedIn',
      byKey: false,
      owingFactor: true,
      beforeMigration: 'ifPossible',
      record: 'auth.second-factor-on',
      guarded: true,
      body: confirmSecondFactorSchema,
      answer: recoveryCodesDtoSchema,
      problems: ['wrong_code', 'second_factor_unreadable', 'second_factor_is_on', 'not_found'],
      handle: async ({ actor, request, body }) =>
        secondFactor.confirm(actor, sessionOf(request, accounts), body.code),
    }),
    route({
      method: 'post',
      path: `${path}/recovery-codes`,
      summary: 'New codes to recover with, in place of those of before.',
      who: 'signedIn',
      byKey: false,
      record: 'auth.recovery-codes-renew',
      guarded: true,
      body: secondFactorProofSchema,
      answer: recoveryCodesDtoSchema,
      problems: ['wrong_password', 'wrong_code', 'too_many_tries', 'second_factor_unreadable'],
      handle: async ({ actor, body }) => secondFactor.renewRecoveryCodes(actor, body),
    }),
    route({
      method: 'post',
      path: `${path}/remove`,
      summary: 'Sign in without a code from now on.',
      who: 'signedIn',
      byKey: false,
      record: 'auth.second-factor-off',
      guarded: true,
      body: secondFactorProofSchema,
      problems: [
        'second_factor_stays',
        'wrong_password',
        'wrong_code',
        'too_many_tries',
        'second_factor_unreadable',
      ],
      handle: async ({ actor, body }) => secondFactor.remove(actor, body),
    }),
    route({
      method: 'delete',
      path: '/api/employees/:id/second-factor',
      summary: 'Take the second factor of somebody who has lost it, which ends the open sessions.',
      who: 'employees.manage',
      record: 'employee.second-factor-reset',
      params: rowParams,
      handle: async ({ actor, params: { id } }) => secondFactor.reset(id, actor),
    }),
  ];
}
