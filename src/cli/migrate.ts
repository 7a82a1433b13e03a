import { readEnv, SettingsError } from '../env';
import { createAuditLog, recordMigrations } from '../audit/auditLog';
import { createAuditKeys } from '../audit/chain/auditKeys';
import { createRowProofs } from '../audit/chain/rowProofs';
import { createRepositories } from '../repositories/repositories';
import { claimDataDir, keptAuthSecret } from '../start/dataDir';
import { StartError } from '../start/startError';
import { openDatabase } from '../storage/database/openDatabase';
import { createMigrator } from '../storage/database/migrator';

/** `npm run migrate`: runs what is pending, as `POST /admin/migrate` does. */
async function main(): Promise<void> {
  const env = readEnv();
  const letGo = await claimDataDir(env);
  const database = await openDatabase(env);
  try {
    const keys = createAuditKeys(env.auditKey ?? env.authSecret ?? (await keptAuthSecret(env.dataDir)));
    const proofs = createRowProofs(keys.proofKey);
    const { traceLogs } = createRepositories(database.sequelize, { proofs });
    const record = recordMigrations(createAuditLog(traceLogs));
    const migrator = createMigrator(database, env, { record, onMigrated: async () => {} });
    const applied = await migrator.migrate('wait', null);
    console.log(applied.length === 0 ? 'Nothing was pending.' : `Applied:\n${applied.join('\n')}`);
  } finally {
    await database.close();
    await letGo();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof SettingsError || error instanceof StartError ? error.message : error);
  process.exit(1);
});
