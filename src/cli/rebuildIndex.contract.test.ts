import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { startServer } from '../start/startServer';
import { createSearchIndex } from '../storage/searchIndex/createSearchIndex';
import { uploadDocument, waitForDocument } from '../test/documents';
import { serviceSettings } from '../test/faults/startedWorker';
import { createAdmin } from '../test/people';
import { createTestEnv, dropIndexes, type TestEnv } from '../test/server';

const root = path.join(__dirname, '..', '..');
const run = promisify(execFile);

let made: TestEnv;
beforeAll(async () => {
  made = await createTestEnv();
});
afterAll(() => made.remove());

/** The built command, as `npm run index:rebuild` runs it. */
async function rebuild(): Promise<string[]> {
  const { PATH, HOME } = process.env;
  const { stdout } = await run(process.execPath, ['dist/cli/rebuildIndex.js'], {
    cwd: root,
    env: { PATH, HOME, DATA_DIR: made.env.dataDir, ...serviceSettings(made.env) },
  });
  return stdout.trim().split('\n');
}

test('npm run index:rebuild makes an index that was lost from the database, and says how far it is', async () => {
  const { openSearch } = made.env;
  if (!openSearch) {
    expect(await rebuild()).toEqual([
      expect.stringContaining('The embedded index is made from the database'),
    ]);
    return;
  }
  const server = await startServer(made.env, () => {});
  const address = { url: server.url!, setupToken: server.services.setupToken };
  const admin = await createAdmin(address);
  const { id } = await uploadDocument(address, admin, '반품.txt', '반품은 구입 후 30일 안에 한다.');
  await waitForDocument(address, admin, id);
  await server.close();
  await dropIndexes(openSearch);

  const told = await rebuild();
  expect(told).toContain('documents: 100 %');
  expect(told.at(-1)).toMatch(/^The index holds 1 documents with 1 passages/);
  const index = createSearchIndex(made.env);
  expect(await index.documentCounts()).toEqual(new Map([[id, 1]]));
  await index.close();
});
