'use strict';
const { comments } = require('./lib/comments');
const { sqlMigration } = require('./lib/sqlMigration');

module.exports = sqlMigration({
  up: `
ALTER TABLE verified_queries
  DROP COLUMN tool,
  DROP COLUMN active,
  ADD COLUMN kind text NOT NULL DEFAULT 'figures' CHECK (kind IN ('figures')),
  ADD COLUMN reading jsonb NOT NULL,
  ADD COLUMN turn_id uuid REFERENCES turns ON DELETE SET NULL,
  ADD COLUMN broken_reason jsonb,
  ADD COLUMN checked_at timestamptz NOT NULL DEFAULT now();
CREATE INDEX verified_queries_turn_idx ON verified_queries (turn_id);
${comments({
  verified_queries: [
    'Questions with a query that a person approved. The query runs with the rights of whoever asks.',
    {
      question: 'The question, as it was asked or as the approver put it.',
      kind: 'What the query is: figures of the semantic model.',
      query: 'The query, with periods that may be said from today (last month).',
      approved_by: 'Who approved it, or changed it last.',
      created_at: 'When first approved.',
      reading: 'What the question was read as at the last check: its words without names, and the names.',
      turn_id: 'Turn it was taken from; null: written by hand.',
      broken_reason:
        'Why the last check failed, in Korean and English; null: it passed, and the query is used.',
      checked_at: 'When last checked.',
    },
  ],
})}
`,
  down: `
ALTER TABLE verified_queries
  DROP COLUMN kind, DROP COLUMN reading, DROP COLUMN turn_id, DROP COLUMN broken_reason, DROP COLUMN checked_at,
  ADD COLUMN tool text NOT NULL DEFAULT 'query_sales',
  ADD COLUMN active boolean NOT NULL DEFAULT true;
COMMENT ON TABLE verified_queries IS 'Questions with a query that a person approved.';
`,
});
