import { readEnv } from '../env';
import { createAuditLog, recordMigrations } from '../audit/auditLog';
import { claimDataDir } from '../start/dataDir';
import { errorToSay } from '../start/errorToSay';
import { repositoriesOf } from '../start/repositoriesOf';
import { openDatabaseForCommand } from '../storage/database/openDatabase';
import { createMigrator } from '../storage/database/migrator';

/** `npm run migrate`: runs what is pending, as `POST /admin/migrate` does. */
async function main(): Promise<void> {
  const env = readEnv();
  const letGo = await claimDataDir(env);
  const database = await openDatabaseForCommand(env);
  try {
    const { repositories } = await repositoriesOf(env, database);
    const record = recordMigrations(createAuditLog(repositories.traceLogs));
    const migrator = createMigrator(database, env, { record, onMigrated: async () => {} });
    const applied = await migrator.migrate('wait', null, (name) => console.log(`Running ${name}`));
    console.log(applied.length === 0 ? 'Nothing was pending.' : `Applied: ${applied.length}.`);
  } finally {
    await database.close();
    await letGo();
  }
}

main().catch((error: unknown) => {
  console.error(errorToSay(error));
  process.exit(1);
});
