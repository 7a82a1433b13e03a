import { readEnv, SettingsError } from '../env';
import { claimDataDir } from '../start/dataDir';
import { StartError } from '../start/startError';
import { openDatabase } from '../storage/database/openDatabase';
import { createMigrator } from '../storage/database/migrator';

/** `npm run migrate`: runs what is pending, as `POST /admin/migrate` does. */
async function main(): Promise<void> {
  const env = readEnv();
  const letGo = await claimDataDir(env);
  const database = await openDatabase(env);
  try {
    const applied = await createMigrator(database, env, async () => {}).migrate('wait');
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
