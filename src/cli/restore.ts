import { BackupError } from '../backup/manifest';
import { restoreBackup } from '../backup/restoreBackup';
import { readEnv, SettingsError } from '../env';
import { AppError, errorText } from '../errors';
import { createLogger } from '../logging/logger';
import { claimDataDir } from '../start/dataDir';
import { StartError } from '../start/startError';

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
  console.error(messageOf(error));
  process.exit(1);
});

function messageOf(error: unknown): unknown {
  if (error instanceof AppError) return errorText(error.code, 'en');
  const known = [SettingsError, StartError, BackupError].some((kind) => error instanceof kind);
  return known ? (error as Error).message : error;
}
