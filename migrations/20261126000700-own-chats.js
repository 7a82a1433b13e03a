'use strict';
const { sqlMigration } = require('./lib/sqlMigration');

/** People rename and delete their chats, and answers come with questions that could follow. */
module.exports = sqlMigration({
  up: `
ALTER TABLE conversations ADD COLUMN deleted_at timestamptz;
COMMENT ON COLUMN conversations.deleted_at IS 'When its owner deleted it: hidden from then on, and kept for the audit.';
COMMENT ON COLUMN conversations.title IS 'What its owner calls it; at first made from the first question.';
ALTER TABLE chat_history ADD COLUMN follow_ups text[] NOT NULL DEFAULT '{}';
COMMENT ON COLUMN chat_history.follow_ups IS 'Questions that were offered with the answer.';
`,
  down: `
COMMENT ON COLUMN conversations.title IS 'First question, shortened.';
ALTER TABLE conversations DROP COLUMN deleted_at;
ALTER TABLE chat_history DROP COLUMN follow_ups;
`,
});
