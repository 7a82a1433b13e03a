'use strict';
const { comments } = require('./lib/comments');
const { sqlMigration } = require('./lib/sqlMigration');

module.exports = sqlMigration({
  up: `
ALTER TABLE documents
  ADD COLUMN series_id uuid,
  ADD COLUMN indexed_at timestamptz,
  ADD COLUMN superseded_at timestamptz,
  ADD COLUMN run_id uuid,
  ADD COLUMN lease_until timestamptz,
  ADD COLUMN attempts integer NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  ADD COLUMN last_error text,
  ADD COLUMN next_try_at timestamptz;
UPDATE documents SET series_id = id, indexed_at = CASE WHEN status = 'indexed' THEN updated_at END;
-- Work under way has no lease: it is taken up again.
UPDATE documents SET status = 'queued' WHERE status = 'processing';
ALTER TABLE documents
  ALTER COLUMN series_id SET NOT NULL,
  ADD CONSTRAINT documents_series_version_key UNIQUE (series_id, version),
  ADD CHECK ((run_id IS NULL) = (lease_until IS NULL));
CREATE INDEX documents_lease_idx ON documents (lease_until) WHERE lease_until IS NOT NULL;

-- Creating a queue makes a table, so queues come by migration and not at start.
SELECT pgboss.create_queue('documents.settle', '{"policy": "standard"}');
SELECT pgboss.create_queue('documents.reconcile', '{"policy": "short"}');
${comments({
  documents: [
    'Reference documents: one row an upload. The original is in the file store under its SHA-256.',
    {
      version: 'Counts the versions of one series, from 1.',
      approved_at: 'When approved; only approved documents are cited. Null: waits for it, or was withdrawn.',
      series_id: 'All versions of one document share it; the first one gives its own key.',
      indexed_at: 'When it was first fully in the index; null: never yet.',
      superseded_at: 'When a newer version took over; null: none has.',
      run_id: 'The run that is bringing it in; every write of a run asks for it.',
      lease_until: 'Until when that run counts as alive; it is extended while it works.',
      attempts: 'Runs since it was queued; those that ended because a part was away are not counted.',
      last_error: 'Why the last run ended without success: a code of the error catalogue.',
      next_try_at: 'When a queued document that failed before is tried again.',
    },
  ],
})}
`,
  down: `
SELECT pgboss.delete_queue('documents.settle');
SELECT pgboss.delete_queue('documents.reconcile');
ALTER TABLE documents
  DROP COLUMN series_id, DROP COLUMN indexed_at, DROP COLUMN superseded_at, DROP COLUMN run_id,
  DROP COLUMN lease_until, DROP COLUMN attempts, DROP COLUMN last_error, DROP COLUMN next_try_at;
`,
});
