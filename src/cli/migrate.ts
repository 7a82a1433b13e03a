import { readEnv, SettingsError } from '../env';
import { createAuditLog, recordMigrations } from '../audit/auditLog';
import { createAuditKeys } from '../audit/chain/auditKeys';
import { createRowProofs } from '../audit/chain/rowProofs';
import { createRepositories } from '../repositories/repositories';
import { claimDataDir, keptAuthSecret } from '../start/dataDir';
import { StartError } from '../start/startError';
import { openDatabaseForCommand } from '../storage/database/openDatabase';
import { MigrationChanged, SchemaTooNew } from '../storage/database/migrations';
import { createMigrator } from '../storage/database/migrator';

/** `npm run migrate`: runs what is pending, as `POST /admin/migrate` does. */
async function main(): Promise<void> {
  const env = readEnv();
  const letGo = await claimDataDir(env);
  const database = await openDatabaseForCommand(env);
  try {
    const keys = createAuditKeys(env.auditKey ?? env.authSecret ?? (await keptAuthSecret(env.dataDir)));
    const proofs = createRowProofs(keys.proofKey);
    const { traceLogs } = createRepositories(database.sequelize, { proofs });
    const record = recordMigrations(createAuditLog(traceLogs));
    const migrator = createMigrator(database, env, { record, onMigrated: async () => {} });
    const applied = await migrator.migrate('wait', null, (name) => console.log(`Running ${name}`));
    console.log(applied.length === 0 ? 'Nothing was pending.' : `Applied: ${applied.length}.`);
  } finally {
    await database.close();
    await letGo();
  }
}

/** What whoever runs it can act on: its text, without where in the program it was found. */
function known(error: unknown): error is Error {
  return [SettingsError, StartError, MigrationChanged, SchemaTooNew].some((kind) => error instanceof kind);
}

main().catch((error: unknown) => {
  console.error(known(error) ? error.message : error);
  process.exit(1);
});
