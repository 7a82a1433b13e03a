import type { AuditLog } from '../audit/auditLog';
import { AppError } from '../errors';
import type { Actor } from '../policies/actor';
import type { ApiKeyRecord } from '../repositories/apiKeys';
import type { EmployeeRecord } from '../repositories/people';
import type { Repositories } from '../repositories/repositories';
import type { ApiKeyDto, CreatedApiKeyDto, NewApiKey } from '../shared/apiKeys';
import type { Permission } from '../shared/people';
import type { Database } from '../storage/database/database';
import type { CountSignInCheck } from '../telemetry/metrics/signInMetrics';
import type { Admission } from './admission';
import { demandPassword, stillOwner } from './demandPassword';
import type { TryLimit } from './limitTries';
import { newSecretToken, tokenHash } from './secretToken';
import { dayMs, unusedSince } from './sessionTimes';

/** By what programs that look for leaked secrets know a key. */
const mark = 'nrt_';
/** Keys of one person: enough for every program, few enough to look through. */
const mostKeys = 20;
/** Milliseconds after a sign-in in which somebody without a password here may make a key. */
const freshSignInMs = 10 * 60_000;
/** Milliseconds to which the last use is noted: not each call writes a row. */
const useToMs = 60_000;

/** Whether a bearer token is a key rather than the token of a sign-in. */
export const isApiKey = (token: string): boolean => token.startsWith(mark);

/** Keys by which programs act for people, with some of their rights and for some time. */
export function createApiKeys(dependencies: {
  database: Pick<Database, 'sequelize'>;
  repositories: Repositories;
  audit: AuditLog;
  admission: Pick<Admission, 'identifyOwner'>;
  tries: TryLimit;
  countSignInCheck: CountSignInCheck;
}) {
  const { database, repositories, audit, admission, tries, countSignInCheck } = dependencies;
  const { apiKeys, people, sessions } = repositories;

  return {
    async list(employeeId: number): Promise<ApiKeyDto[]> {
      return (await apiKeys.ofEmployee(employeeId)).map(toDto);
    },

    /**
     * Makes a key and tells it once.
     * @param sessionId of the sign-in that asks
     * @throws AppError `wrong_password`, `too_many_tries`, `sign_in_again`, `forbidden` for a right that the owner has not, `too_many_api_keys`
     */
    async create(owner: Actor, sessionId: string, input: NewApiKey): Promise<CreatedApiKeyDto> {
      const { name, scopes, days, currentPassword } = input;
      if (!scopes.every((scope) => owner.permissions.has(scope))) throw new AppError('forbidden');
      const shown = await demandProof(owner, sessionId, currentPassword);
      const key = mark + newSecretToken();
      const expiresAt = new Date(Date.now() + days * dayMs);
      const row = {
        employeeId: owner.id,
        name,
        keyHash: tokenHash(key),
        scopes: [...new Set(scopes)],
        expiresAt,
      };
      const created = await database.sequelize.transaction(async (transaction) => {
        await stillOwner(people, shown, transaction);
        if ((await apiKeys.ofEmployee(owner.id, transaction)).length >= mostKeys)
          throw new AppError('too_many_api_keys');
        const record = await apiKeys.create(row, transaction);
        const input = { id: record.id, name, scopes, expiresAt: expiresAt.toISOString() };
        await audit.record({ name: 'api-key.create', employeeId: owner.id, input }, transaction);
        return record;
      });
      return { ...toDto(created), key };
    },

    /** Takes a key away, its owner or an admin. @throws AppError `not_found` */
    async revoke(employeeId: number, id: string, by: Actor): Promise<void> {
      await database.sequelize.transaction(async (transaction) => {
        if (!(await apiKeys.remove(id, employeeId, transaction))) throw new AppError('not_found');
        const event = { name: 'api-key.revoke', employeeId: by.id, input: { id, owner: employeeId } };
        await audit.record(event, transaction);
      });
    },

    /**
     * The person a key acts for, with no more rights than both have now: none while a second factor is owed.
     * @throws AppError `unauthenticated` for a key that is not there, has run out or whose owner may not sign in
     */
    async identify(token: string): Promise<Actor> {
      const key = await apiKeys.findStanding(tokenHash(token));
      const owner = key && (await admission.identifyOwner(key.employeeId));
      countSignInCheck('api_key', owner ? 'accepted' : 'refused');
      if (!key || !owner) throw new AppError('unauthenticated');
      const now = new Date();
      if (now.getTime() - (key.lastUsedAt?.getTime() ?? 0) > useToMs) await apiKeys.noteUse(key.id, now);
      const granted = new Set<Permission>([...key.scopes, 'figures.all']);
      const permissions = new Set([...owner.permissions].filter((permission) => granted.has(permission)));
      return { ...owner, permissions, apiKeyId: key.id };
    },
  };

  async function demandProof(
    owner: Actor,
    sessionId: string,
    password: string | undefined,
  ): Promise<Pick<EmployeeRecord, 'id' | 'passwordHash'>> {
    const person = await people.findById(owner.id);
    if (person?.passwordHash)
      return tries.within(owner.email, () => demandPassword(people, owner.id, password ?? ''));
    const session = (await sessions.ofEmployee(owner.id, unusedSince())).find(({ id }) => id === sessionId);
    const age = Date.now() - (session?.createdAt.getTime() ?? 0);
    if (age > freshSignInMs) throw new AppError('sign_in_again');
    return { id: owner.id, passwordHash: null };
  }
}

export type ApiKeys = ReturnType<typeof createApiKeys>;

function toDto({ id, name, scopes, createdAt, expiresAt, lastUsedAt }: ApiKeyRecord): ApiKeyDto {
  return {
    ...{ id, name, scopes },
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  };
}
