import { QueryTypes, type Transaction } from 'sequelize';
import type { Env } from '../../env';
import type { Database } from './database';
import {
  isMigrating,
  migrate,
  migrationState,
  plannedMigrations,
  refuseMismatch,
  type MigrationState,
  type PlannedMigration,
} from './migrations';
import { enableReaderLogin } from './readerLogin';

/** The schema of one database: what it has, what it lacks, and bringing it up. */
export interface Migrator {
  state(): Promise<MigrationState>;
  /** What is pending, with the SQL of each; nothing is run. */
  plan(): Promise<PlannedMigration[]>;
  /** @throws MigrationChanged, SchemaTooNew where this release and the database do not fit together. */
  refuseMismatch(): Promise<void>;
  /** Whether this process is migrating: the embedded database answers nobody else meanwhile. */
  isMigratingHere(): boolean;
  /** Whether any process is. */
  isMigrating(): Promise<boolean>;
  /** As last looked at; a database that is up stays up. */
  isMigrated(): boolean;
  /** Looks again. @returns whether nothing is pending. */
  check(): Promise<boolean>;
  /**
   * @param employeeId who asks for it: that is recorded also where nothing is pending; null: the program itself.
   * @param begun hears of each migration before it is run.
   * @returns the migrations applied now. @throws AppError `migration_running`
   */
  migrate(
    ifRunning: 'wait' | 'refuse',
    employeeId: number | null,
    begun?: (name: string) => void,
  ): Promise<string[]>;
  /** Whether there is a table where an admin could stand. */
  hasPeople(): Promise<boolean>;
}

/** That migrations were run, and who asked for it. */
export type RecordMigrations = (
  applied: string[],
  employeeId: number | null,
  transaction: Transaction,
) => Promise<void>;

/** `onMigrated` is called once, when nothing is pending any more. */
export function createMigrator(
  { engine, sequelize }: Database,
  env: Pick<Env, 'database'>,
  { record, onMigrated }: { record: RecordMigrations; onMigrated: () => Promise<void> },
): Migrator {
  let migrated = false;
  let underWay = 0;
  let looking: Promise<boolean> | null = null;

  const look = async (): Promise<boolean> => {
    if ((await migrationState(sequelize)).pending.length > 0) return false;
    if (env.database) await enableReaderLogin(sequelize, env.database);
    await onMigrated();
    migrated = true;
    return true;
  };

  /** Of many that ask at once one looks, so that what follows from it begins once. */
  const check = async (): Promise<boolean> => {
    if (migrated) return true;
    looking ??= look().finally(() => (looking = null));
    return looking;
  };

  return {
    state: () => migrationState(sequelize),
    isMigrated: () => migrated,
    check,
    plan: () => plannedMigrations(sequelize),
    refuseMismatch: () => refuseMismatch(sequelize),
    isMigratingHere: () => underWay > 0,
    isMigrating: async () => underWay > 0 || (engine === 'postgres' && (await isMigrating(sequelize))),
    async migrate(ifRunning, employeeId, begun) {
      underWay += 1;
      try {
        const applied = await migrate(sequelize, ifRunning, {
          record: async (names, transaction) => {
            if (names.length > 0 || employeeId !== null) await record(names, employeeId, transaction);
          },
          begun,
        });
        await check();
        return applied;
      } finally {
        underWay -= 1;
      }
    },
    async hasPeople() {
      const [row] = await sequelize.query<{ present: boolean }>(
        `SELECT to_regclass('system_state') IS NOT NULL AS present`,
        { type: QueryTypes.SELECT },
      );
      return row!.present;
    },
  };
}
