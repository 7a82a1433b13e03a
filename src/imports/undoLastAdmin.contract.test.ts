import { randomUUID } from 'node:crypto';
import { createAuditLog } from '../audit/auditLog';
import { createRowProofs } from '../audit/chain/rowProofs';
import { permissionsOf } from '../policies/permissions';
import { createRepositories, type Repositories } from '../repositories/repositories';
import type { Database } from '../storage/database/database';
import { openTestDatabase } from '../test/database';
import { undoImport } from './changeImport';
import type { ImportDependencies } from './dependencies';

let database: Database;
let repositories: Repositories;
beforeAll(async () => {
  database = await openTestDatabase();
  repositories = createRepositories(database.sequelize, { proofs: createRowProofs(Buffer.alloc(32)) });
});
afterAll(() => database.close());

const newPerson = (employeeNo: string, role: 'rep' | 'admin') =>
  repositories.people.create({
    ...{ employeeNo, name: employeeNo, email: `${employeeNo}@test.example`, role },
    ...{ team: null, passwordHash: null },
  });

/** A file that gave somebody the role of an admin, as it was brought in. */
async function promotion(employeeNo: string) {
  const { importBatches, importStaging, importMerge } = repositories;
  const batch = {
    ...{
      id: randomUUID(),
      kind: 'employees' as const,
      fileName: 'people.csv',
      sha256: 'a'.repeat(64),
      size: 1,
    },
    ...{ dryRun: false, templateName: null, layout: {}, requestedBy: null },
  };
  const { id, kind } = batch;
  const rows = [[[2, employeeNo, employeeNo, `${employeeNo}@test.example`, 'admin', null]]];
  await importStaging.fill({ batchId: id, kind, engine: database.engine }, pagesOf(rows));
  await database.sequelize.transaction(async (transaction) => {
    await importBatches.create(batch, transaction);
    const columns = ['employeeNo', 'name', 'email', 'role'];
    const given = { kind, columns, batchId: id, staging: importStaging.tableOf(id), dryRun: false };
    expect(await importMerge.merge(given, transaction)).toMatchObject({ updated: 1 });
  });
  await database.sequelize.query(`UPDATE import_batches SET status = 'completed' WHERE id = '${id}'`);
  return (await importBatches.findById(id))!;
}

async function* pagesOf<T>(pages: T[]) {
  yield* pages;
}

test('an import is not undone that made the only admin there is by now', async () => {
  const { people } = repositories;
  const first = await newPerson('U1', 'admin');
  const second = await newPerson('U2', 'rep');
  const batch = await promotion('U2');
  const actor = { ...first, permissions: permissionsOf('admin', []) };
  const dependencies = {
    ...{ database, repositories, audit: createAuditLog(repositories.traceLogs) },
    importUpdates: { publish: async () => {} },
  } as unknown as ImportDependencies;
  const setRole = (id: number, role: 'rep' | 'admin') =>
    database.sequelize.transaction((transaction) => people.update(id, { role }, transaction));

  await setRole(first.id, 'rep');
  await expect(undoImport(batch, actor, dependencies)).rejects.toMatchObject({ code: 'last_admin' });
  expect((await people.findById(second.id))!.role).toBe('admin');
  await setRole(first.id, 'admin');
  await undoImport(batch, actor, dependencies);
  expect((await people.findById(second.id))!.role).toBe('rep');
});
