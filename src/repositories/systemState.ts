import { UniqueConstraintError, type Transaction } from 'sequelize';
import type { Models } from '../models/models';

/** Facts about the installation that happen once. */
export function createSystemStateRepository({ SystemState }: Models) {
  return {
    /** Writes a fact that can be written only once. @returns false when it stands already. */
    async claim(key: string, value: unknown, transaction: Transaction): Promise<boolean> {
      try {
        await SystemState.create({ key, value }, { transaction });
        return true;
      } catch (error) {
        if (error instanceof UniqueConstraintError) return false;
        throw error;
      }
    },
    async has(key: string): Promise<boolean> {
      return (await SystemState.count({ where: { key } })) > 0;
    },
  };
}
