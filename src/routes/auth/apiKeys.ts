import { z } from 'zod';
import type { Accounts } from '../../accounts/accounts';
import type { ApiKeys } from '../../accounts/apiKeys';
import { apiKeyDtoSchema, createdApiKeyDtoSchema, newApiKeySchema } from '../../shared/apiKeys';
import { route, type Route } from '../route';
import { rowId, rowParams } from '../rowParams';
import { wholeList } from '../answers';
import { sessionOf } from './sessionOf';

const path = '/api/auth/api-keys';

/** The own keys for programs, and those of others for admins. */
export function apiKeyRoutes(apiKeys: ApiKeys, accounts: Pick<Accounts, 'claimsOf'>): Route[] {
  return [
    route({
      method: 'get',
      path,
      summary: 'The own keys, without what they are known by.',
      who: 'signedIn',
      byKey: false,
      record: 'access',
      answer: wholeList(apiKeyDtoSchema),
      handle: async ({ actor }) => ({ items: await apiKeys.list(actor.id), nextCursor: null }),
    }),
    route({
      method: 'post',
      path,
      summary: 'Make a key, told once, with some of the own rights and for some days.',
      who: 'signedIn',
      byKey: false,
      record: 'api-key.create',
      guarded: true,
      status: 201,
      body: newApiKeySchema,
      answer: createdApiKeyDtoSchema,
      problems: ['wrong_password', 'too_many_tries', 'sign_in_again', 'too_many_api_keys'],
      handle: async ({ actor, request, body }) => apiKeys.create(actor, sessionOf(request, accounts), body),
    }),
    route({
      method: 'delete',
      path: `${path}/:id`,
      summary: 'Take an own key away.',
      who: 'signedIn',
      byKey: false,
      record: 'api-key.revoke',
      params: z.strictObject({ id: z.uuid() }),
      handle: async ({ actor, params: { id } }) => apiKeys.revoke(actor.id, id, actor),
    }),
    route({
      method: 'get',
      path: '/api/employees/:id/api-keys',
      summary: 'The keys of an employee, without what they are known by.',
      who: 'employees.manage',
      record: 'access',
      params: rowParams,
      answer: wholeList(apiKeyDtoSchema),
      handle: async ({ params: { id } }) => ({ items: await apiKeys.list(id), nextCursor: null }),
    }),
    route({
      method: 'delete',
      path: '/api/employees/:id/api-keys/:keyId',
      summary: 'Take a key of an employee away.',
      who: 'employees.manage',
      record: 'api-key.revoke',
      params: z.strictObject({ id: rowId, keyId: z.uuid() }),
      handle: async ({ actor, params: { id, keyId } }) => apiKeys.revoke(id, keyId, actor),
    }),
  ];
}
