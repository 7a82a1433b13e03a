import { QueryTypes, type Sequelize, type Transaction } from 'sequelize';
import type { Models } from '../models/models';

export interface SearchWordRecord {
  id: number;
  word: string;
  /** Name of the person who added it; null: gone. */
  createdBy: string | null;
  createdAt: Date;
}

/** Rows of `search_words`. */
export function createSearchWordRepository(sequelize: Sequelize, { SearchWord }: Models) {
  return {
    /** In the order of the alphabet. */
    async list(): Promise<SearchWordRecord[]> {
      return sequelize.query<SearchWordRecord>(
        `SELECT w.id, w.word, e.name AS "createdBy", w.created_at AS "createdAt"
         FROM search_words w LEFT JOIN employees e ON e.id = w.created_by ORDER BY w.word COLLATE "C"`,
        { type: QueryTypes.SELECT },
      );
    },
    /** Adds those that are not there yet. @returns how many that were. */
    async add(words: string[], createdBy: number, transaction: Transaction): Promise<number> {
      const rows = await sequelize.query(
        `INSERT INTO search_words (word, created_by) SELECT DISTINCT unnest($words::text[]), $createdBy::integer
         ON CONFLICT (word) DO NOTHING RETURNING id`,
        { bind: { words, createdBy }, type: QueryTypes.SELECT, transaction },
      );
      return rows.length;
    },
    /** @returns false when there is no such word. */
    async remove(id: number, transaction: Transaction): Promise<boolean> {
      return (await SearchWord.destroy({ where: { id }, transaction })) > 0;
    },
  };
}
