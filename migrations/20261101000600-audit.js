'use strict';
const { comments } = require('./lib/comments');
const { sqlMigration } = require('./lib/sqlMigration');

module.exports = sqlMigration({
  up: `
CREATE TABLE system_trace_logs (
  id uuid PRIMARY KEY,
  turn_id uuid REFERENCES turns ON DELETE RESTRICT,
  parent_id uuid,
  employee_id integer REFERENCES employees ON DELETE RESTRICT,
  kind text NOT NULL CHECK (kind IN ('turn', 'link', 'model', 'tool', 'search', 'query', 'event')),
  name text NOT NULL,
  input jsonb,
  output jsonb,
  error text,
  started_at timestamptz NOT NULL,
  duration_ms double precision NOT NULL CHECK (duration_ms >= 0),
  request_id text,
  recorded_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX system_trace_logs_turn_idx ON system_trace_logs (turn_id, started_at);
CREATE INDEX system_trace_logs_kind_idx ON system_trace_logs (kind, started_at DESC);
CREATE INDEX system_trace_logs_employee_idx ON system_trace_logs (employee_id, started_at DESC);
${comments({
  system_trace_logs: [
    'What the program did: one row a step of a turn, and one a security or admin event.',
    {
      id: 'Key.',
      turn_id: 'The turn; null for an event outside a turn.',
      parent_id: 'The step it belongs to.',
      employee_id: 'Who acted.',
      kind: 'Kind of step.',
      name: 'Name of the step, such as the tool.',
      input: 'What went in: arguments, prompt version, SQL with parameters.',
      output: 'What came out: text, rows, passages with scores, tokens.',
      error: 'Error code or message where it failed.',
      started_at: 'When it began.',
      duration_ms: 'Milliseconds it took.',
      request_id: 'Request it came with, as in the log.',
      recorded_at: 'When stored.',
    },
  ],
})}
`,
  down: 'DROP TABLE system_trace_logs;',
});
