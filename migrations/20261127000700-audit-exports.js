'use strict';
const { comments } = require('./lib/comments');
const { sqlMigration } = require('./lib/sqlMigration');

module.exports = sqlMigration({
  up: `
CREATE TABLE audit_exports (
  id uuid PRIMARY KEY,
  asked_by integer NOT NULL REFERENCES employees ON DELETE RESTRICT,
  asked_at timestamptz NOT NULL,
  reason text NOT NULL CHECK (length(reason) >= 5),
  filter jsonb NOT NULL,
  format text NOT NULL CHECK (format IN ('csv', 'jsonl', 'xlsx')),
  columns text[] NOT NULL CHECK (cardinality(columns) > 0),
  trace boolean NOT NULL DEFAULT false CHECK (format = 'jsonl' OR NOT trace),
  language text NOT NULL CHECK (language IN ('ko', 'en')),
  status text NOT NULL DEFAULT 'queued'
    CHECK (status IN ('queued', 'running', 'done', 'failed', 'cancelled', 'expired')),
  rows bigint NOT NULL DEFAULT 0 CHECK (rows >= 0),
  expected_rows bigint CHECK (expected_rows >= 0),
  cut_cells bigint NOT NULL DEFAULT 0 CHECK (cut_cells >= 0),
  bytes bigint CHECK (bytes >= 0),
  sha256 text CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  object_key text CHECK (object_key ~ '^[0-9a-f]{64}$'),
  finished_at timestamptz,
  expires_at timestamptz,
  error_code text,
  run_id uuid,
  lease_until timestamptz,
  attempts integer NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  CHECK ((run_id IS NULL) = (lease_until IS NULL)),
  CHECK (status <> 'done' OR (sha256 IS NOT NULL AND bytes IS NOT NULL AND object_key IS NOT NULL
                              AND expires_at IS NOT NULL))
);
CREATE INDEX audit_exports_asked_idx ON audit_exports (asked_at DESC, id DESC);
CREATE INDEX audit_exports_asked_by_idx ON audit_exports (asked_by, status);
CREATE INDEX audit_exports_lease_idx ON audit_exports (lease_until) WHERE lease_until IS NOT NULL;
CREATE INDEX audit_exports_expiry_idx ON audit_exports (expires_at) WHERE object_key IS NOT NULL;

-- Creating a queue makes a table, so queues come by migration and not at start.
SELECT pgboss.create_queue('audit.export', '{"policy": "standard"}');
${comments({
  audit_exports: [
    'Files of audited turns: who asked for which, why, and what became of it. A record stays when its file is gone.',
    {
      id: 'Key.',
      asked_by: 'Who asked for it.',
      asked_at: 'When. Turns that began later are not in it.',
      reason: 'Why, in the words of that person.',
      filter: 'What turns were looked for by, as in the address of the list.',
      format: 'csv, jsonl or xlsx.',
      columns: 'Columns, in the order of the file.',
      trace: 'True: each turn comes with the steps of its trace.',
      language: 'Language of the names of its columns.',
      status: 'queued, running, done, failed, cancelled or expired.',
      rows: 'Turns written so far; of a file that is done, all of it.',
      expected_rows: 'Turns found when the run began; null: not counted yet.',
      cut_cells: 'Texts that were longer than a cell of a workbook may be, and were cut with a mark.',
      bytes: 'Size of the file; null: not done.',
      sha256: 'SHA-256 of the file; null: not done.',
      object_key: 'Where it is in the file store; null: nowhere.',
      finished_at: 'When it was done, failed or cancelled.',
      expires_at: 'When the file is removed.',
      error_code: 'Why it failed: code of the error catalogue.',
      run_id: 'The run under way; what it writes at its end asks for it.',
      lease_until: 'Until when that run counts as alive; it is extended while it works.',
      attempts: 'Runs since it was asked for.',
    },
  ],
})}
`,
  down: `
SELECT pgboss.delete_queue('audit.export');
DROP TABLE audit_exports;
`,
});
