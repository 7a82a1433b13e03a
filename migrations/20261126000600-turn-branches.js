'use strict';
const { sqlMigration } = require('./lib/sqlMigration');

/**
 * A chat is a tree of turns: an edited question or an answer asked for again stands beside the one it replaces. Chats from before
 * were one line, in which an answer asked for again stood behind all others.
 */
module.exports = sqlMigration({
  up: `
ALTER TABLE turns ADD COLUMN parent_turn_id uuid REFERENCES turns (id) ON DELETE CASCADE;
COMMENT ON COLUMN turns.parent_turn_id IS 'The turn it goes on from; none: it begins the chat. Turns with the same one are branches.';
CREATE INDEX turns_parent_idx ON turns (parent_turn_id);

UPDATE turns SET parent_turn_id = line.before
FROM (
  SELECT id, lag(id) OVER (PARTITION BY conversation_id ORDER BY started_at, id) AS before FROM turns
) AS line
WHERE line.id = turns.id;

WITH RECURSIVE again AS (
  SELECT t.id, first.id AS of, first.parent_turn_id AS parent, first.regenerates_turn_id AS further
  FROM turns t JOIN turns first ON first.id = t.regenerates_turn_id
  UNION ALL
  SELECT again.id, first.id, first.parent_turn_id, first.regenerates_turn_id
  FROM again JOIN turns first ON first.id = again.further
)
UPDATE turns SET parent_turn_id = again.parent FROM again WHERE again.id = turns.id AND again.further IS NULL;

UPDATE turn_events SET payload = payload || jsonb_build_object('parentTurnId', turns.parent_turn_id)
FROM turns WHERE turns.id = turn_events.turn_id AND turn_events.type = 'turn-started';
`,
  down: `
UPDATE turn_events SET payload = payload - 'parentTurnId' WHERE type = 'turn-started';
DROP INDEX turns_parent_idx;
ALTER TABLE turns DROP COLUMN parent_turn_id;
`,
});
