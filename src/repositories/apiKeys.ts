import { Op, type Transaction } from 'sequelize';
import type { Models } from '../models/models';
import type { ApiKeyScope } from '../shared/apiKeys';

interface NewApiKeyRow {
  employeeId: number;
  name: string;
  keyHash: string;
  scopes: ApiKeyScope[];
  expiresAt: Date;
}

/** A key without what it is known by. */
export interface ApiKeyRecord {
  id: string;
  employeeId: number;
  name: string;
  scopes: ApiKeyScope[];
  createdAt: Date;
  expiresAt: Date;
  lastUsedAt: Date | null;
}

const shown = ['id', 'employeeId', 'name', 'scopes', 'createdAt', 'expiresAt', 'lastUsedAt'];

/** Keys by which programs act for people. They come as their SHA-256 only. */
export function createApiKeyRepository({ ApiKey }: Models) {
  return {
    async create(key: NewApiKeyRow, transaction: Transaction): Promise<ApiKeyRecord> {
      return (await ApiKey.create(key, { transaction })).get({ plain: true });
    },
    /** Those of a person, the newest first; also those that have run out. */
    async ofEmployee(employeeId: number, transaction?: Transaction): Promise<ApiKeyRecord[]> {
      return ApiKey.findAll({
        where: { employeeId },
        attributes: shown,
        order: [
          ['createdAt', 'DESC'],
          ['id', 'ASC'],
        ],
        raw: true,
        transaction,
      });
    },
    /** The key that this is the hash of, unless it has run out. */
    async findStanding(keyHash: string): Promise<ApiKeyRecord | null> {
      const where = { keyHash, expiresAt: { [Op.gt]: new Date() } };
      return ApiKey.findOne({ where, attributes: shown, raw: true });
    },
    async noteUse(id: string, lastUsedAt: Date): Promise<void> {
      await ApiKey.update({ lastUsedAt }, { where: { id } });
    },
    /** @returns whether this person had such a key. */
    async remove(id: string, employeeId: number, transaction: Transaction): Promise<boolean> {
      return (await ApiKey.destroy({ where: { id, employeeId }, transaction })) > 0;
    },
    /** @returns how many there were. */
    async removeOfEmployee(employeeId: number, transaction: Transaction): Promise<number> {
      return ApiKey.destroy({ where: { employeeId }, transaction });
    },
  };
}
