import { z } from 'zod';
import { permissions, type Permission } from './people';

/**
 * What a key may be given: what its owner may do, but for two rights. Whoever may change people could give themselves what the key
 * has not. And a key sees the figures that its owner sees, which the database decides by the person.
 */
export const apiKeyScopes = permissions.filter(isScope);
export type ApiKeyScope = Exclude<Permission, 'employees.manage' | 'figures.all'>;

function isScope(permission: Permission): permission is ApiKeyScope {
  return permission !== 'employees.manage' && permission !== 'figures.all';
}

/** Days a key may last: then somebody has to want it again. */
export const longestKeyDays = 365;

export const newApiKeySchema = z.strictObject({
  name: z.string().normalize('NFC').trim().min(1).max(100),
  scopes: z.array(z.enum(apiKeyScopes)).min(1),
  days: z.number().int().min(1).max(longestKeyDays),
  /** Asked of whoever has one, so that a browser left open gives no key away. */
  currentPassword: z.string().min(1).max(200).optional(),
});
export type NewApiKey = z.infer<typeof newApiKeySchema>;

/** A key as its owner and admins see it. */
export const apiKeyDtoSchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    scopes: z.array(z.enum(apiKeyScopes)),
    createdAt: z.iso.datetime({ offset: true }),
    expiresAt: z.iso.datetime({ offset: true }),
    lastUsedAt: z.iso.datetime({ offset: true }).nullable().describe('To a minute; null: never.'),
  })
  .meta({ id: 'ApiKey' });
export type ApiKeyDto = z.infer<typeof apiKeyDtoSchema>;

/** With the key itself, once. */
export const createdApiKeyDtoSchema = apiKeyDtoSchema
  .extend({ key: z.string() })
  .meta({ id: 'CreatedApiKey' });
export type CreatedApiKeyDto = z.infer<typeof createdApiKeyDtoSchema>;
