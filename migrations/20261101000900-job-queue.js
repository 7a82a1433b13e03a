'use strict';
const { readFileSync } = require('node:fs');
const path = require('node:path');
const { sqlMigration } = require('./lib/sqlMigration');

const jobQueue = readFileSync(path.join(__dirname, 'sql', 'pgboss-24.sql'), 'utf8');

module.exports = sqlMigration({
  up: `
${jobQueue}
-- Creating a queue makes a table, so queues come by migration and not at start.
SELECT pgboss.create_queue('documents.ingest',
  '{"policy": "standard", "retryLimit": 10, "retryDelay": 2, "retryBackoff": true, "expireInSeconds": 900}');
SELECT pgboss.create_queue('documents.remove',
  '{"policy": "standard", "retryLimit": 20, "retryDelay": 2, "retryBackoff": true, "expireInSeconds": 300}');
SELECT pgboss.create_queue('performance.refresh',
  '{"policy": "short", "retryLimit": 5, "retryDelay": 2, "retryBackoff": true, "expireInSeconds": 900}');
COMMENT ON SCHEMA pgboss IS 'Tables of the job queue (pg-boss). The program never reads them directly.';
`,
  down: 'DROP SCHEMA pgboss CASCADE;',
});
