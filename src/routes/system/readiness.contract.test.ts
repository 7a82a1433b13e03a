import { openDatabase } from '../../storage/database/openDatabase';
import { createMigrator } from '../../storage/database/migrator';
import { createTestDatabase } from '../../test/database';
import { checkReadiness } from './readiness';

test('a probe that is under way when a migration begins is told of it, and does not wait for its end', async () => {
  const test = await createTestDatabase('bare');
  const database = await openDatabase(test.settings);
  const migrator = createMigrator(database, test.settings, {
    record: async () => {},
    onMigrated: async () => {},
  });
  let migration: Promise<string[]> | undefined;
  const part = {
    name: 'database' as const,
    engine: database.engine,
    ping: async () => {
      migration = migrator.migrate('wait', null);
      await database.sequelize.authenticate();
    },
  };
  const { status } = await checkReadiness([part], migrator, () => false);
  expect(status).toBe('migrating');
  expect(await migration).not.toEqual([]);
  await database.close();
  await test.remove();
});
