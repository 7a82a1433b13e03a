'use strict';
const { sqlMigration } = require('./lib/sqlMigration');

/**
 * Who answers a question holds it by a lease that he extends: a turn of a process that is gone can be ended by any other, by
 * the database's clock alone.
 */
module.exports = sqlMigration({
  up: `
ALTER TABLE turns ADD COLUMN lease_until timestamptz NOT NULL DEFAULT now();
COMMENT ON COLUMN turns.lease_until IS 'Until when its owner answers it for sure; later, any process may end it.';
CREATE INDEX turns_running_lease_idx ON turns (lease_until) WHERE status = 'running';
`,
  down: `
DROP INDEX turns_running_lease_idx;
ALTER TABLE turns DROP COLUMN lease_until;
`,
});
