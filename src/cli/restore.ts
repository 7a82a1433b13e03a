import { BackupError } from '../backup/manifest';
import { restoreBackup } from '../backup/restoreBackup';
import { readEnv } from '../env';
import { createLogger } from '../logging/logger';
import { claimDataDir } from '../start/dataDir';
import { errorToSay } from '../start/errorToSay';

/** `npm run restore -- FOLDER`: a backup, onto empty stores. */
async function main(): Promise<void> {
  const [folder] = process.argv.slice(2);
  if (!folder) throw new BackupError('Say where from: npm run restore -- FOLDER');
  const env = readEnv();
  const letGo = await claimDataDir(env);
  try {
    const { takenAt, objects } = await restoreBackup(env, folder, createLogger(env.logLevel));
    console.log(`Restored what was kept at ${takenAt}: the database, ${objects} files, the search index.`);
  } finally {
    await letGo();
  }
}

main().catch((error: unknown) => {
  console.error(errorToSay(error));
  process.exit(1);
});
