'use strict';
const { comments } = require('./lib/comments');
const { sqlMigration } = require('./lib/sqlMigration');

module.exports = sqlMigration({
  up: `
CREATE TABLE saved_turn_filters (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  employee_id integer NOT NULL REFERENCES employees ON DELETE RESTRICT,
  name text NOT NULL,
  filter jsonb NOT NULL,
  shared boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (employee_id, name)
);
CREATE INDEX saved_turn_filters_shared_idx ON saved_turn_filters (name) WHERE shared;
${comments({
  saved_turn_filters: [
    'Filters of turns that analysts keep by a name.',
    {
      id: 'Key.',
      employee_id: 'Whose it is.',
      name: 'What its owner calls it.',
      filter: 'The filter, by the names it has in the API.',
      shared: 'Whether other analysts see it too.',
      created_at: 'When saved.',
    },
  ],
})}
`,
  down: 'DROP TABLE saved_turn_filters;',
});
