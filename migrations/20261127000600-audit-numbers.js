'use strict';
const { comments } = require('./lib/comments');
const { sqlMigration } = require('./lib/sqlMigration');

/**
 * What the numbers of the audit are counted from: narrow rows of turns and times of their steps, made of what was written once,
 * an hour at a time and once. See docs/decisions/0029.
 */
module.exports = sqlMigration({
  up: `
CREATE TABLE turn_numbers (
  turn_id uuid PRIMARY KEY,
  conversation_id uuid NOT NULL,
  started_at timestamptz NOT NULL,
  employee_id integer NOT NULL REFERENCES employees ON DELETE RESTRICT,
  team text,
  status text NOT NULL,
  model text,
  input_tokens integer NOT NULL,
  output_tokens integer NOT NULL,
  cost_krw numeric(14, 4),
  total_ms integer,
  first_text_ms integer,
  citations integer NOT NULL,
  quotes integer NOT NULL,
  tables integer NOT NULL,
  evidence text
);
CREATE INDEX turn_numbers_started_idx ON turn_numbers (started_at);
CREATE INDEX turn_numbers_employee_idx ON turn_numbers (employee_id, started_at);

CREATE TABLE step_times_by_hour (
  hour timestamptz NOT NULL,
  team text NOT NULL,
  model text NOT NULL,
  kind text NOT NULL,
  name text NOT NULL,
  step integer NOT NULL,
  spans integer NOT NULL,
  PRIMARY KEY (hour, team, model, kind, name, step)
);

CREATE TABLE number_rollups (
  until timestamptz PRIMARY KEY,
  made_at timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX system_trace_logs_refused_idx ON system_trace_logs (started_at) WHERE kind = 'event' AND name LIKE 'chat:% refused';
${comments({
  turn_numbers: [
    'Turns as the numbers of the audit count them, from before the last of number_rollups. Stays when what was said is deleted.',
    {
      turn_id: 'The turn; it may be gone by now.',
      conversation_id: 'The chat.',
      started_at: 'When the question was accepted.',
      employee_id: 'Who asked.',
      team: 'Team of that person when the row was made.',
      status: 'completed, stopped, failed or interrupted.',
      model: 'Model that answered.',
      input_tokens: 'Tokens models read.',
      output_tokens: 'Tokens models wrote.',
      cost_krw: 'What that cost, where prices were known.',
      total_ms: 'Milliseconds from the question to the end of the answer.',
      first_text_ms: 'Milliseconds until the first text was stored; null: there was none.',
      citations: 'Passages the answer cites.',
      quotes: 'Those of them with the words they are cited for.',
      tables: 'Query results shown with it.',
      evidence: 'Best grade of what was found in documents: found, near or none; null: not searched.',
    },
  ],
  step_times_by_hour: [
    'How long the steps of turns took: how many took about as long, by hour.',
    {
      hour: 'Hour in which the turns were begun.',
      team: 'Team of who asked, when the row was made; empty: none.',
      model: 'Model that answered; empty: none.',
      kind: 'Kind of step.',
      name: 'Name of the step.',
      step: 'Between 2 to the power of step / 8 milliseconds and of (step + 1) / 8.',
      spans: 'How many.',
    },
  ],
  number_rollups: [
    'How far turn_numbers and step_times_by_hour have been made; later turns are counted from what was written.',
    { until: 'Turns begun before are in them, and will not change.', made_at: 'When they were made.' },
  ],
})}
`,
  down: `
DROP INDEX system_trace_logs_refused_idx;
DROP TABLE number_rollups, step_times_by_hour, turn_numbers;
`,
});
