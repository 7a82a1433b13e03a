import { makeBackup } from '../backup/makeBackup';
import { BackupError } from '../backup/manifest';
import { readEnv } from '../env';
import { claimDataDir } from '../start/dataDir';
import { errorToSay } from '../start/errorToSay';
import { packageVersion } from '../services/packageVersion';

/** `npm run backup -- FOLDER`: everything an installation keeps, into an empty folder. */
async function main(): Promise<void> {
  const [folder] = process.argv.slice(2);
  if (!folder) throw new BackupError('Say where to: npm run backup -- FOLDER');
  const env = readEnv();
  const letGo = await claimDataDir(env);
  try {
    const { tables, objects, auditHeads } = await makeBackup(env, folder, packageVersion());
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    const database = env.database ? `${tables.length} tables with ${rows} rows` : 'the embedded database';
    console.log(`Backed up to ${folder}: ${database}, ${objects} files, ${auditHeads} heads of the audit.`);
  } finally {
    await letGo();
  }
}

main().catch((error: unknown) => {
  console.error(errorToSay(error));
  process.exit(1);
});
