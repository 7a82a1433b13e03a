import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { createImportStagingRepository } from '../repositories/imports/importStaging';
import { openDatabase } from '../storage/database/openDatabase';
import { createTestDatabase } from '../test/database';
import { serviceEnv } from '../test/services';
import { dumpDatabase } from './dumpDatabase';
import { loadDatabase } from './loadDatabase';

// The embedded database is copied as it is, while the program stands still.
(serviceEnv().database ? test : test.skip)(
  'a dump made while a file is brought in can be loaded: what was read of the file so far is not in it',
  async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'narutalk-dump-'));
    const [source, target] = [await createTestDatabase(), await createTestDatabase()];
    const clientOf = ({ settings }: typeof source) =>
      new pg.Client({ connectionString: settings.database!.url });
    const [from, to] = [clientOf(source), clientOf(target)];
    const database = await openDatabase(source.settings);
    try {
      await Promise.all([from.connect(), to.connect()]);
      const running = { batchId: randomUUID(), kind: 'products' as const, engine: database.engine };
      await createImportStagingRepository(database.sequelize).fill(running, noRows());
      const dump = await dumpDatabase(from, folder);
      await loadDatabase(to, folder, dump);
      expect(dump.tables.map(({ name }) => name)).toContain('public.import_batches');
    } finally {
      await database.close();
      await Promise.all([from.end(), to.end()]);
      await Promise.all([source.remove(), target.remove()]);
      await rm(folder, { recursive: true });
    }
  },
);

async function* noRows() {}
