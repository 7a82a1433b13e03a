import type { Env } from '../../env';
import { migrationState } from '../../storage/database/migrations';
import { openDatabase } from '../../storage/database/openDatabase';
import { describeDatabase } from '../describeDatabase';

/**
 * What a database has: its migrations with the sums of their files, and all but its rows, which name when each was run, and the
 * next number of its sequences, which a transaction that never ended uses up all the same.
 */
export interface Schema {
  pending: string[];
  applied: { name: string; checksum: string | null }[];
  described: string[];
}

/** Opens the database for as long as it takes; where it is embedded, nobody else may have it open. */
export async function schemaOf(settings: Pick<Env, 'dataDir' | 'database'>): Promise<Schema> {
  const database = await openDatabase(settings);
  try {
    const { pending, applied } = await migrationState(database.sequelize);
    return {
      pending,
      applied: applied.map(({ name, checksum }) => ({ name, checksum })),
      described: (await describeDatabase(database.sequelize)).filter(
        (line) => !/^(rows of|sequence) /.test(line),
      ),
    };
  } finally {
    await database.close();
  }
}
