import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { QueryTypes, Sequelize, type QueryInterface, type Transaction } from 'sequelize';
import { Umzug } from 'umzug';
import { AppError } from '../../errors';

const folder = path.join(__dirname, '..', '..', '..', 'migrations');

/** Held while migrations run; any number that nobody else uses in this database. */
const advisoryLock = 7_411_201;

interface MigrationFile {
  up: (
    queryInterface: QueryInterface,
    library: typeof Sequelize,
    transaction: Transaction,
  ) => Promise<unknown>;
  down: MigrationFile['up'];
}

export interface MigrationState {
  applied: string[];
  pending: string[];
}

/** A migration that was applied has been edited since. */
export class MigrationChanged extends Error {}

/** Which of the files in `migrations/` the database has and which it lacks, by file name. */
export async function migrationState(sequelize: Sequelize): Promise<MigrationState> {
  const [files, applied] = await Promise.all([migrationFiles(), appliedMigrations(sequelize)]);
  const names = new Set(applied.map((row) => row.name));
  return {
    applied: applied.map((row) => row.name),
    pending: files.filter((name) => !names.has(name)),
  };
}

/**
 * Runs what is pending, each migration in one transaction with its entry in "SequelizeMeta", under an advisory lock.
 * @param record keeps that they were run, with them or not at all; not given for a database that nobody works with.
 * @returns the names that were applied now.
 * @throws AppError `migration_running` when another process holds the lock and `ifRunning` says to refuse,
 *   MigrationChanged when an applied file was edited.
 */
export async function migrate(
  sequelize: Sequelize,
  ifRunning: 'wait' | 'refuse',
  record?: (applied: string[], transaction: Transaction) => Promise<void>,
): Promise<string[]> {
  return sequelize.transaction(async (lock) => {
    await takeLock(sequelize, lock, ifRunning);
    await prepareMeta(sequelize, lock);
    await refuseChanged(await appliedMigrations(sequelize, lock));
    const umzug = new Umzug({
      migrations: {
        glob: ['*.js', { cwd: folder }],
        resolve: (file) => inTransaction(sequelize, lock, file),
      },
      storage: {
        // The entry is written inside the migration's own transaction, see inTransaction().
        logMigration: async () => {},
        unlogMigration: async () => {},
        executed: async () => (await appliedMigrations(sequelize, lock)).map((row) => row.name),
      },
      logger: undefined,
    });
    const applied = (await umzug.up()).map((migration) => migration.name);
    await record?.(applied, lock);
    return applied;
  });
}

/** One savepoint a migration: on the embedded database there is one backend, and it is held by the lock's transaction. */
function inTransaction(sequelize: Sequelize, lock: Transaction, file: { name: string; path?: string }) {
  return {
    name: file.name,
    up: () =>
      sequelize.transaction({ transaction: lock }, async (transaction) => {
        // eslint-disable-next-line @typescript-eslint/no-require-imports -- sequelize-cli's files are CommonJS
        const migration = require(file.path!) as MigrationFile;
        await migration.up(sequelize.getQueryInterface(), Sequelize, transaction);
        await sequelize.query('INSERT INTO "SequelizeMeta" (name, checksum) VALUES ($name, $checksum)', {
          bind: { name: file.name, checksum: await checksum(file.name) },
          transaction,
        });
      }),
  };
}

async function takeLock(
  sequelize: Sequelize,
  transaction: Transaction,
  ifRunning: 'wait' | 'refuse',
): Promise<void> {
  if (ifRunning === 'wait') {
    await sequelize.query(`SELECT pg_advisory_xact_lock(${advisoryLock})`, {
      transaction,
      type: QueryTypes.SELECT,
    });
    return;
  }
  const [row] = await sequelize.query<{ taken: boolean }>(
    `SELECT pg_try_advisory_xact_lock(${advisoryLock}) AS taken`,
    { transaction, type: QueryTypes.SELECT },
  );
  if (!row?.taken) throw new AppError('migration_running');
}

/** sequelize-cli's own table, with a checksum beside the name. */
async function prepareMeta(sequelize: Sequelize, transaction: Transaction): Promise<void> {
  await sequelize.query(
    `CREATE TABLE IF NOT EXISTS "SequelizeMeta" (name varchar(255) PRIMARY KEY);
     ALTER TABLE "SequelizeMeta" ADD COLUMN IF NOT EXISTS checksum text;
     COMMENT ON TABLE "SequelizeMeta" IS 'Migrations this database has.';
     COMMENT ON COLUMN "SequelizeMeta".name IS 'File name.';
     COMMENT ON COLUMN "SequelizeMeta".checksum IS 'SHA-256 of the file when it was applied; null: by sequelize-cli.';`,
    { transaction },
  );
}

async function appliedMigrations(
  sequelize: Sequelize,
  transaction?: Transaction,
): Promise<{ name: string; checksum: string | null }[]> {
  const [table] = await sequelize.query<{ present: boolean }>(
    `SELECT to_regclass('"SequelizeMeta"') IS NOT NULL AS present`,
    { transaction, type: QueryTypes.SELECT },
  );
  if (!table?.present) return [];
  return sequelize.query(
    `SELECT name, to_jsonb(meta) ->> 'checksum' AS checksum FROM "SequelizeMeta" AS meta ORDER BY name`,
    {
      transaction,
      type: QueryTypes.SELECT,
    },
  );
}

async function refuseChanged(applied: { name: string; checksum: string | null }[]): Promise<void> {
  const files = new Set(await migrationFiles());
  for (const { name, checksum: known } of applied) {
    if (known && files.has(name) && known !== (await checksum(name))) {
      throw new MigrationChanged(
        `migrations/${name} was changed after this database was migrated with it. Restore the file, or use a new database.`,
      );
    }
  }
}

async function migrationFiles(): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name.endsWith('.js')).sort();
}

async function checksum(name: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(path.join(folder, name)))
    .digest('hex');
}
