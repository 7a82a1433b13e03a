import { createRequire } from 'node:module';
import { serveParent } from './benchChild.mjs';
import { fillWithTurns } from './syntheticTurns.mjs';

const require = createRequire(import.meta.url);
const { askForExport } = require('../../dist/audit/exports/askForExport.js');
const { runExport } = require('../../dist/audit/exports/runExport.js');
const { readEnv } = require('../../dist/env.js');
const { createLogger } = require('../../dist/logging/logger.js');
const { createServices } = require('../../dist/services.js');
const { exportColumns } = require('../../dist/shared/auditExports.js');

/** A process that exports, and nothing else: of the services it needs the database and the file store. */
const env = { ...readEnv(), processRole: 'server', openSearch: undefined, embeddings: undefined };
const services = await createServices(env, { logger: createLogger('error'), authSecret: 'bench'.repeat(10) });
await services.prepareStores();
await services.migrator.migrate('wait');
const { auditExports } = services;

/** Asks for a file of everything as the first person there is, and measures the job alone. */
async function run(format) {
  const actor = { id: 1, permissions: new Set(['audit.read', 'sql.view']) };
  const asked = { filter: {}, format, columns: exportColumns, trace: false, reason: 'measuring' };
  const id = await askForExport(asked, { actor, language: 'ko' }, auditExports);
  const started = performance.now();
  await runExport(id, auditExports, new AbortController().signal);
  const seconds = (performance.now() - started) / 1000;
  const { status, rows, bytes, objectKey } = await auditExports.repositories.auditExports.findById(id);
  if (objectKey) await auditExports.objectStore.remove(objectKey);
  return { seconds, status, rows, bytes };
}

const fill = (rows) => fillWithTurns(auditExports.database.sequelize, rows);

serveParent({}, { run, fill }, () => services.close());
