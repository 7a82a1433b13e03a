import { createRequire } from 'node:module';
import { serveParent } from './benchChild.mjs';

const require = createRequire(import.meta.url);
const { readEnv } = require('../../dist/env.js');
const { admitAgain } = require('../../dist/accounts/admission.js');
const { acceptImport } = require('../../dist/imports/acceptImport.js');
const { runImport } = require('../../dist/imports/runImport.js');
const { createLogger } = require('../../dist/logging/logger.js');
const { createServices } = require('../../dist/services.js');

/** A process that imports, and nothing else: what it needs of the rest stays embedded. */
const env = {
  ...readEnv(),
  processRole: 'server',
  openSearch: undefined,
  minio: undefined,
  embeddings: undefined,
};
const services = await createServices(env, { logger: createLogger('error'), authSecret: 'bench'.repeat(10) });
await services.prepareStores();
await services.migrator.migrate('wait', null);
const { imports } = services;

/** Takes a file of sales in for a person, and measures the job alone. */
async function run({ file, employeeId }) {
  const actor = await admitAgain(imports.repositories.people, employeeId);
  const fields = { kind: 'sales', dryRun: false };
  const { id } = await acceptImport(
    { path: file, fileName: 'sales.csv', mediaType: 'text/csv', fields },
    actor,
    imports,
  );
  const started = performance.now();
  await runImport(id, imports, new AbortController().signal);
  const seconds = (performance.now() - started) / 1000;
  const { status, inserted, unchanged, errors } = await imports.repositories.importBatches.findById(id);
  return { seconds, status, inserted, unchanged, errors };
}

serveParent({}, { run }, () => services.close());
