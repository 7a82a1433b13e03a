import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { QueryTypes, Sequelize, type QueryInterface, type Transaction } from 'sequelize';
import { MigrationError, Umzug } from 'umzug';
import { AppError } from '../../errors';

const folder = path.join(__dirname, '..', '..', '..', 'migrations');

/** Held while migrations run; any number that nobody else uses in this database. */
const advisoryLock = 7_411_201;

interface MigrationFile {
  /** What it runs, to be shown before it is run. */
  sql?: { up: string };
  /** It takes away what the release before still uses: that one cannot be started on the database any more. */
  contracts?: boolean;
  up: (
    queryInterface: QueryInterface,
    library: typeof Sequelize,
    transaction: Transaction,
  ) => Promise<unknown>;
  down: MigrationFile['up'];
}

/** A migration that a database has. */
export interface AppliedMigration {
  name: string;
  /** SHA-256 of its file then; null: by sequelize-cli. */
  checksum: string | null;
  /** Null: before that was noted, or by sequelize-cli. */
  appliedAt: Date | null;
  /** It took away what the release before it used. */
  contracts: boolean;
}

export interface MigrationState {
  applied: AppliedMigration[];
  pending: string[];
  /** Those applied whose file has been edited since: nothing can be migrated until it is as it was. */
  changed: string[];
  /** Those applied that this release does not have: of a newer one. */
  newer: string[];
}

/** A migration that is pending, with what it would run. */
export interface PlannedMigration {
  name: string;
  sql: string;
}

/** A migration that was applied has been edited since. */
export class MigrationChanged extends Error {
  constructor(readonly migration: string) {
    super(
      `migrations/${migration} was changed after this database was migrated with it. Restore the file, or use a new database.`,
    );
  }
}

/** A newer release has taken away what this one needs. */
export class SchemaTooNew extends Error {
  constructor(readonly migration: string) {
    super(
      `This database was migrated with ${migration}, which this release does not have and cannot work with. Start the newer release.`,
    );
  }
}

/** The database refused a migration; of those run with it none is applied. */
export class MigrationFailed extends Error {
  readonly migration: string;

  constructor(error: MigrationError) {
    super(error.message, { cause: error.cause });
    this.migration = error.migration.name;
  }
}

/** Which of the files in `migrations/` the database has and which it lacks, by file name. */
export async function migrationState(sequelize: Sequelize): Promise<MigrationState> {
  const [files, applied] = await Promise.all([migrationFiles(), appliedMigrations(sequelize)]);
  const names = new Set(applied.map((row) => row.name));
  return {
    applied,
    pending: files.filter((name) => !names.has(name)),
    changed: await changedSince(applied, files),
    newer: applied.map(({ name }) => name).filter((name) => !files.includes(name)),
  };
}

/** What is pending, with the SQL of each; nothing is run. */
export async function plannedMigrations(sequelize: Sequelize): Promise<PlannedMigration[]> {
  const { pending } = await migrationState(sequelize);
  return pending.map((name) => ({ name, sql: load(name).sql?.up.trim() ?? '' }));
}

/** @throws MigrationChanged, SchemaTooNew where this release and the database do not fit together, whatever is pending. */
export async function refuseMismatch(sequelize: Sequelize, transaction?: Transaction): Promise<void> {
  const [files, applied] = await Promise.all([migrationFiles(), appliedMigrations(sequelize, transaction)]);
  const [changed] = await changedSince(applied, files);
  if (changed) throw new MigrationChanged(changed);
  const tooNew = applied.find(({ name, contracts }) => contracts && !files.includes(name));
  if (tooNew) throw new SchemaTooNew(tooNew.name);
}

/** Whether some process is migrating this database. Only PostgreSQL tells it of others. */
export async function isMigrating(sequelize: Sequelize): Promise<boolean> {
  const [row] = await sequelize.query<{ taken: boolean }>(
    `SELECT EXISTS (
       SELECT FROM pg_locks JOIN pg_database ON pg_database.oid = pg_locks.database
       WHERE locktype = 'advisory' AND datname = current_database() AND classid = 0 AND objid = ${advisoryLock} AND granted
     ) AS taken`,
    { type: QueryTypes.SELECT },
  );
  return row!.taken;
}

/**
 * Runs what is pending, each migration in one transaction with its entry in "SequelizeMeta", under an advisory lock.
 * @param told `record` keeps that they were run, with them or not at all: not given for a database that nobody works with;
 *   `begun` hears of each before it is run.
 * @param only of what is pending, these; not given: all of it.
 * @returns the names that were applied now.
 * @throws AppError `migration_running` when another process holds the lock and `ifRunning` says to refuse, MigrationChanged when
 *   an applied file was edited, MigrationFailed when the database refused one.
 */
export async function migrate(
  sequelize: Sequelize,
  ifRunning: 'wait' | 'refuse',
  told: {
    record?: (applied: string[], transaction: Transaction) => Promise<void>;
    begun?: (name: string) => void;
  } = {},
  only?: string[],
): Promise<string[]> {
  return sequelize.transaction(async (lock) => {
    await takeLock(sequelize, lock, ifRunning);
    await prepareMeta(sequelize, lock);
    await refuseMismatch(sequelize, lock);
    const umzug = new Umzug({
      migrations: {
        glob: ['*.js', { cwd: folder }],
        resolve: ({ name }) => inTransaction(sequelize, lock, name),
      },
      storage: {
        // The entry is written inside the migration's own transaction, see inTransaction().
        logMigration: async () => {},
        unlogMigration: async () => {},
        executed: async () => (await appliedMigrations(sequelize, lock)).map((row) => row.name),
      },
      logger: undefined,
    });
    umzug.on('migrating', ({ name }) => told.begun?.(name));
    const migrated = await umzug.up(only && { migrations: only }).catch((error: unknown) => {
      throw error instanceof MigrationError ? new MigrationFailed(error) : error;
    });
    const applied = migrated.map((migration) => migration.name);
    await told.record?.(applied, lock);
    return applied;
  });
}

/** One savepoint a migration: on the embedded database there is one backend, and it is held by the lock's transaction. */
function inTransaction(sequelize: Sequelize, lock: Transaction, name: string) {
  return {
    name,
    up: () =>
      sequelize.transaction({ transaction: lock }, async (transaction) => {
        const migration = load(name);
        await migration.up(sequelize.getQueryInterface(), Sequelize, transaction);
        await sequelize.query(
          `INSERT INTO "SequelizeMeta" (name, checksum, applied_at, contracts)
           VALUES ($name, $checksum, clock_timestamp(), $contracts)`,
          {
            bind: { name, checksum: await checksum(name), contracts: migration.contracts ?? false },
            transaction,
          },
        );
      }),
  };
}

function load(name: string): MigrationFile {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- sequelize-cli's files are CommonJS
  return require(path.join(folder, name)) as MigrationFile;
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

/**
 * sequelize-cli's own table, with more beside the name. Left alone where it is complete: a change of it, also one that changes
 * nothing, would let everybody wait who asks what is pending until all are run.
 */
async function prepareMeta(sequelize: Sequelize, transaction: Transaction): Promise<void> {
  const [found] = await sequelize.query<{ columns: number }>(
    `SELECT count(*)::integer AS columns FROM pg_attribute
     WHERE attrelid = to_regclass('"SequelizeMeta"') AND attname IN ('checksum', 'applied_at', 'contracts') AND NOT attisdropped`,
    { transaction, type: QueryTypes.SELECT },
  );
  if (found?.columns === 3) return;
  await sequelize.query(
    `CREATE TABLE IF NOT EXISTS "SequelizeMeta" (name varchar(255) PRIMARY KEY);
     ALTER TABLE "SequelizeMeta" ADD COLUMN IF NOT EXISTS checksum text;
     ALTER TABLE "SequelizeMeta" ADD COLUMN IF NOT EXISTS applied_at timestamptz;
     ALTER TABLE "SequelizeMeta" ADD COLUMN IF NOT EXISTS contracts boolean NOT NULL DEFAULT false;
     COMMENT ON TABLE "SequelizeMeta" IS 'Migrations this database has.';
     COMMENT ON COLUMN "SequelizeMeta".name IS 'File name.';
     COMMENT ON COLUMN "SequelizeMeta".checksum IS 'SHA-256 of the file when it was applied; null: by sequelize-cli.';
     COMMENT ON COLUMN "SequelizeMeta".applied_at IS 'When it was applied; null: before that was noted, or by sequelize-cli.';
     COMMENT ON COLUMN "SequelizeMeta".contracts IS 'It took away what the release before it used, which refuses to start on it.';`,
    { transaction },
  );
}

async function appliedMigrations(
  sequelize: Sequelize,
  transaction?: Transaction,
): Promise<AppliedMigration[]> {
  const [table] = await sequelize.query<{ present: boolean }>(
    `SELECT to_regclass('"SequelizeMeta"') IS NOT NULL AS present`,
    { transaction, type: QueryTypes.SELECT },
  );
  if (!table?.present) return [];
  return sequelize.query(
    // A database of before may lack every column but the name.
    `SELECT name, to_jsonb(meta) ->> 'checksum' AS checksum, (to_jsonb(meta) ->> 'applied_at')::timestamptz AS "appliedAt",
       coalesce((to_jsonb(meta) ->> 'contracts')::boolean, false) AS contracts
     FROM "SequelizeMeta" AS meta ORDER BY name`,
    {
      transaction,
      type: QueryTypes.SELECT,
    },
  );
}

async function changedSince(applied: AppliedMigration[], files: string[]): Promise<string[]> {
  const known = applied.filter((row) => row.checksum !== null && files.includes(row.name));
  const sums = await Promise.all(known.map(({ name }) => checksum(name)));
  return known.filter((row, at) => row.checksum !== sums[at]).map(({ name }) => name);
}

async function migrationFiles(): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name.endsWith('.js')).sort();
}

async function checksum(name: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(path.join(folder, name)))
    .digest('hex');
}
