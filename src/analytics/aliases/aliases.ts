import type { AuditLog } from '../../audit/auditLog';
import { AppError } from '../../errors';
import type { Actor } from '../../policies/actor';
import type { AliasRow } from '../../repositories/aliases';
import type { Repositories } from '../../repositories/repositories';
import type { AddedAliasDto, AliasDto, AliasKind } from '../../shared/aliases';
import type { Database } from '../../storage/database/database';
import { meaningOf } from './meaningOf';

interface Dependencies {
  database: Pick<Database, 'sequelize' | 'readAs'>;
  repositories: Pick<Repositories, 'aliases'>;
  audit: AuditLog;
  /** The next search reads anew what things are called. Other processes do within a minute. */
  forgetNames: () => void;
}

interface GivenName {
  kind: AliasKind;
  code: string;
  alias: string;
}

/** Milliseconds for which a new name is read as a question would be. */
const readTimeoutMs = 5_000;

/** Names people use for customers, products and each other: the next question with one finds what it stands for. */
export function createAliases({ database, repositories, audit, forgetNames }: Dependencies) {
  const { aliases } = repositories;

  const thingOf = async ({ kind, code }: GivenName) => {
    const thing = await aliases.thing(kind, code);
    if (!thing) throw new AppError('not_found');
    return thing;
  };

  return {
    /**
     * @throws AppError `not_found`; `alias_is_a_word` for what questions mean something else by, such as 이번 달 or 서울;
     * `already_exists` where the thing is called so already.
     */
    async add(given: GivenName, by: Actor): Promise<AddedAliasDto> {
      const { id: entityId, ...thing } = await thingOf(given);
      const { kind, code, alias } = given;
      const meaning = await database.readAs(by.id, (query) => meaningOf(alias, query), {
        timeoutMs: readTimeoutMs,
      });
      if (meaning.isWord) throw new AppError('alias_is_a_word');
      const isThis = (other: { kind: AliasKind; code: string }) => other.kind === kind && other.code === code;
      if (meaning.things.some(isThis)) throw new AppError('already_exists');
      const addedAt = await database.sequelize.transaction(async (transaction) => {
        const added = await aliases.add({ kind, entityId, alias }, transaction);
        await audit.record({ name: 'alias.add', employeeId: by.id, input: given }, transaction);
        return added;
      });
      forgetNames();
      return { ...toAliasDto({ ...thing, alias, imported: false, addedAt }), alsoNamed: meaning.things };
    },

    /** @throws AppError `not_found` */
    async remove(given: GivenName, by: Actor): Promise<void> {
      const { id: entityId } = await thingOf(given);
      await database.sequelize.transaction(async (transaction) => {
        if (!(await aliases.remove({ ...given, entityId }, transaction))) throw new AppError('not_found');
        await audit.record({ name: 'alias.remove', employeeId: by.id, input: given }, transaction);
      });
      forgetNames();
    },
  };
}

export type Aliases = ReturnType<typeof createAliases>;

/** A name as the API shows one. */
export function toAliasDto({ kind, code, name, detail, alias, imported, addedAt }: AliasRow): AliasDto {
  return { kind, code, name, detail, alias, imported, addedAt: addedAt && new Date(addedAt).toISOString() };
}
