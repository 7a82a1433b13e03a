'use strict';
const { sqlMigration } = require('./lib/sqlMigration');

const unchangedOfSeal = [
  'number',
  'table_name',
  'kind',
  'row_numbers',
  'up_to',
  'missing',
  'previous_hash',
  'hash',
  'key_id',
  'signature',
  'sealed_at',
];
const of = (record) => unchangedOfSeal.map((column) => `${record}.${column}`).join(', ');

/**
 * Turns and their events belong to the chain too: a turn is proven when it ends, with the hash of each event it sent. Sealed
 * segments are of one kind, and are retired whole when their time is over.
 */
module.exports = sqlMigration({
  up: `
ALTER TABLE turns
  ADD COLUMN number bigint,
  ADD COLUMN first_seq integer,
  ADD COLUMN event_hashes text[],
  ADD COLUMN proof text;
CREATE SEQUENCE turns_number_seq OWNED BY turns.number;
UPDATE turns SET number = ended.place
FROM (SELECT id, row_number() OVER (ORDER BY finished_at, id) AS place FROM turns WHERE status <> 'running') AS ended
WHERE ended.id = turns.id;
SELECT setval('turns_number_seq', (SELECT count(*) + 1 FROM turns WHERE number IS NOT NULL), false);
CREATE UNIQUE INDEX turns_number_key ON turns (number);
CREATE INDEX turns_unnumbered_idx ON turns (id) WHERE number IS NULL;

-- A turn may outlast the one it goes on from: what its row says of it is proven, and stays.
ALTER TABLE turns DROP CONSTRAINT turns_parent_turn_id_fkey, DROP CONSTRAINT turns_regenerates_turn_id_fkey;

ALTER TABLE audit_seals
  ADD COLUMN kind text CHECK (kind IN ('chats', 'traces', 'events')),
  ADD COLUMN rows_from timestamptz,
  ADD COLUMN rows_to timestamptz,
  ADD COLUMN retired_at timestamptz,
  ADD COLUMN stub_key_id text,
  ADD COLUMN stub_signature text,
  DROP CONSTRAINT audit_seals_table_name_check,
  ADD CONSTRAINT audit_seals_table_name_check
    CHECK (table_name IN ('system_trace_logs', 'chat_history', 'turns')),
  ADD CONSTRAINT audit_seals_stub_check CHECK (retired_at IS NULL OR (
    rows_from IS NOT NULL AND rows_to IS NOT NULL AND stub_key_id IS NOT NULL AND stub_signature IS NOT NULL
    AND row_ids = '{}' AND proofs = '{}'));
CREATE INDEX audit_seals_due_idx ON audit_seals (table_name, number) WHERE retired_at IS NULL;

CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $refuse$
DECLARE
  retiring bigint[] := string_to_array(nullif(current_setting('audit.retiring', true), ''), ',');
  row_number bigint;
BEGIN
  IF TG_OP = 'DELETE' AND retiring IS NOT NULL THEN
    IF TG_TABLE_NAME = 'turn_events' THEN
      SELECT number INTO row_number FROM turns WHERE id = OLD.turn_id;
    ELSIF TG_TABLE_NAME = 'chat_history' THEN
      row_number := OLD.id;
    ELSIF TG_TABLE_NAME IN ('system_trace_logs', 'turns') THEN
      row_number := OLD.number;
    END IF;
    PERFORM FROM audit_seals
    WHERE number = ANY (retiring) AND retired_at IS NOT NULL AND row_number = ANY (row_numbers)
      AND table_name = CASE TG_TABLE_NAME WHEN 'turn_events' THEN 'turns' ELSE TG_TABLE_NAME END;
    IF FOUND THEN RETURN OLD; END IF;
  END IF;
  RAISE EXCEPTION '% is written once: % is refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'insufficient_privilege';
END
$refuse$;
COMMENT ON FUNCTION refuse_change() IS
  'Keeps the rows of the audit as they were written; only those of the retired segments named by audit.retiring may go.';

CREATE TRIGGER turns_ended_once BEFORE UPDATE ON turns
  FOR EACH ROW WHEN (OLD.status <> 'running') EXECUTE FUNCTION refuse_change();
CREATE TRIGGER turns_never_deleted BEFORE DELETE ON turns FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER turns_never_emptied BEFORE TRUNCATE ON turns FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE FUNCTION only_retire_seal() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $retire$
BEGIN
  IF OLD.retired_at IS NULL AND NEW.retired_at IS NOT NULL AND ROW(${of('NEW')}) IS NOT DISTINCT FROM ROW(${of('OLD')}) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'audit_seals is written once: UPDATE is refused' USING ERRCODE = 'insufficient_privilege';
END
$retire$;
COMMENT ON FUNCTION only_retire_seal() IS 'A seal changes once: into the stub of a segment whose time is over.';
DROP TRIGGER audit_seals_written_once ON audit_seals;
CREATE TRIGGER audit_seals_written_once BEFORE DELETE ON audit_seals FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_seals_only_retired BEFORE UPDATE ON audit_seals FOR EACH ROW EXECUTE FUNCTION only_retire_seal();

SELECT pgboss.create_queue('audit.retire', '{"policy": "short"}');

COMMENT ON COLUMN turns.number IS 'Place in the order of ending; none while it runs.';
COMMENT ON COLUMN turns.first_seq IS 'Number of its first event; none in rows from before proofs.';
COMMENT ON COLUMN turns.event_hashes IS 'Hash of each of its events, in order; none in rows from before proofs.';
COMMENT ON COLUMN turns.proof IS
  'HMAC-SHA256 of the row as it ended with a key outside the database; none while it runs, and in rows from before proofs.';
COMMENT ON COLUMN turns.parent_turn_id IS
  'The turn it goes on from, which may be past its time and gone; none: it begins the chat. Turns with the same one are branches.';
COMMENT ON COLUMN turns.regenerates_turn_id IS 'Turn whose question is answered anew; it may be past its time and gone.';
COMMENT ON COLUMN audit_seals.kind IS
  'What is sealed: chats, traces of turns, or events (access and administration); none in seals from before kinds.';
COMMENT ON COLUMN audit_seals.row_ids IS 'Their keys, in the order of their numbers; empty once retired.';
COMMENT ON COLUMN audit_seals.proofs IS 'Their proofs; empty once retired.';
COMMENT ON COLUMN audit_seals.hash IS 'SHA-256 of all of the above as it was sealed, sealed_at and the kind.';
COMMENT ON COLUMN audit_seals.rows_from IS 'Of a retired segment: time of its first row.';
COMMENT ON COLUMN audit_seals.rows_to IS 'Of a retired segment: time of its last row.';
COMMENT ON COLUMN audit_seals.retired_at IS 'When its rows were deleted because their time was over; none: they are there.';
COMMENT ON COLUMN audit_seals.stub_key_id IS 'Key that signed what is left of a retired segment.';
COMMENT ON COLUMN audit_seals.stub_signature IS 'Ed25519 signature of what is left of a retired segment.';
`,
  down: `
SELECT pgboss.delete_queue('audit.retire');
DROP TRIGGER audit_seals_only_retired ON audit_seals;
DROP TRIGGER audit_seals_written_once ON audit_seals;
DROP FUNCTION only_retire_seal();
DROP TRIGGER turns_ended_once ON turns;
DROP TRIGGER turns_never_deleted ON turns;
DROP TRIGGER turns_never_emptied ON turns;
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $refuse$
BEGIN
  RAISE EXCEPTION '% is written once: % is refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'insufficient_privilege';
END
$refuse$;
ALTER FUNCTION refuse_change() RESET ALL;
-- Seals of what is not sealed any more, and all behind them, cannot be kept: the chain begins anew.
DELETE FROM audit_seals;
CREATE TRIGGER audit_seals_written_once BEFORE UPDATE OR DELETE ON audit_seals
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
DROP INDEX audit_seals_due_idx;
ALTER TABLE audit_seals
  DROP CONSTRAINT audit_seals_stub_check,
  DROP CONSTRAINT audit_seals_table_name_check,
  ADD CONSTRAINT audit_seals_table_name_check CHECK (table_name IN ('system_trace_logs', 'chat_history')),
  DROP COLUMN kind, DROP COLUMN rows_from, DROP COLUMN rows_to, DROP COLUMN retired_at, DROP COLUMN stub_key_id,
  DROP COLUMN stub_signature;
UPDATE turns t SET parent_turn_id = NULL
WHERE NOT EXISTS (SELECT FROM turns p WHERE p.id = t.parent_turn_id) AND t.parent_turn_id IS NOT NULL;
UPDATE turns t SET regenerates_turn_id = NULL
WHERE NOT EXISTS (SELECT FROM turns p WHERE p.id = t.regenerates_turn_id) AND t.regenerates_turn_id IS NOT NULL;
ALTER TABLE turns
  ADD CONSTRAINT turns_parent_turn_id_fkey FOREIGN KEY (parent_turn_id) REFERENCES turns (id) ON DELETE CASCADE,
  ADD CONSTRAINT turns_regenerates_turn_id_fkey FOREIGN KEY (regenerates_turn_id) REFERENCES turns (id) ON DELETE RESTRICT,
  DROP COLUMN number, DROP COLUMN first_seq, DROP COLUMN event_hashes, DROP COLUMN proof;
`,
});
