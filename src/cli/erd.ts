import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { openDatabase } from '../storage/database/openDatabase';
import { migrate } from '../storage/database/migrations';
import { readCatalogue } from '../storage/database/readCatalogue';
import { renderErd } from './renderErd';

/** `npm run erd`: writes `docs/erd.md` from a freshly migrated embedded database. */
async function main(): Promise<void> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'narutalk-erd-'));
  const database = await openDatabase({ dataDir });
  await migrate(database.sequelize, 'wait');
  const page = renderErd(await readCatalogue(database.sequelize));
  await writeFile(path.join(__dirname, '..', '..', 'docs', 'erd.md'), page);
  await database.close();
  await rm(dataDir, { recursive: true });
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
