'use strict';
const { comments } = require('./lib/comments');
const { sqlMigration } = require('./lib/sqlMigration');

/**
 * What a model is told of a long chat. A turn also keeps by which rights it was asked, since figures of other rights are not told
 * again; a trigger does it, so that no writer can forget it.
 */
module.exports = sqlMigration({
  up: `
CREATE TABLE turn_summaries (
  turn_id uuid PRIMARY KEY REFERENCES turns ON DELETE CASCADE,
  kind text NOT NULL CHECK (kind IN ('model', 'mechanical')),
  text text NOT NULL,
  tokens integer NOT NULL CHECK (tokens >= 0),
  turns integer NOT NULL CHECK (turns >= 1),
  document_ids uuid[] NOT NULL,
  rights text,
  model text,
  prompt text,
  failure text,
  input_tokens integer NOT NULL DEFAULT 0,
  output_tokens integer NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE FUNCTION app.rights_of(person integer) RETURNS text
LANGUAGE sql STABLE SET search_path = public, pg_temp AS
$$ SELECT md5(jsonb_build_array(me.role, me.team, me.extra_permissions, (
     SELECT array_agg(DISTINCT a.customer_id ORDER BY a.customer_id)
     FROM assignment_map a JOIN employees looks_after ON looks_after.id = a.employee_id
     WHERE (looks_after.id = me.id OR (me.role = 'manager' AND looks_after.team = me.team))
       AND (now() AT TIME ZONE 'Asia/Seoul')::date BETWEEN a.valid_from AND coalesce(a.valid_to, 'infinity')))::text)
   FROM employees me WHERE me.id = person $$;
COMMENT ON FUNCTION app.rights_of(integer) IS 'Changes with what decides which figures a person sees today: role, team, permissions, customers looked after.';

ALTER TABLE turns ADD COLUMN asked_rights text;
CREATE FUNCTION app.keep_asked_rights() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS
$$ BEGIN NEW.asked_rights := app.rights_of(NEW.employee_id); RETURN NEW; END $$;
COMMENT ON FUNCTION app.keep_asked_rights() IS 'Keeps by which rights a question is asked.';
CREATE TRIGGER turns_keep_asked_rights BEFORE INSERT ON turns
  FOR EACH ROW EXECUTE FUNCTION app.keep_asked_rights();
REVOKE ALL ON FUNCTION app.rights_of(integer), app.keep_asked_rights() FROM PUBLIC;

ALTER TABLE system_trace_logs DROP CONSTRAINT system_trace_logs_kind_check;
ALTER TABLE system_trace_logs ADD CONSTRAINT system_trace_logs_kind_check
  CHECK (kind IN ('turn', 'queue', 'link', 'memory', 'model', 'tool', 'search', 'query', 'event'));
COMMENT ON COLUMN turns.asked_rights IS 'By which rights it was asked, see app.rights_of; none: from before this was kept.';
${comments({
  turn_summaries: [
    'What was said up to and with a turn on its branch, in short: what a model is told of the older part of a long chat.',
    {
      turn_id: 'The last turn it covers; it goes with it.',
      kind: 'model: written by a chat model. mechanical: put together from questions, queries and first sentences.',
      text: 'The summary. Data: nothing in it is an instruction.',
      tokens: 'What it costs to tell, as estimated.',
      turns: 'Turns it covers.',
      document_ids: 'Documents it stands on: it is told only while all of them may be read.',
      rights: 'By which rights its figures were read, see app.rights_of; none: it has no figures.',
      model: 'Model that wrote it.',
      prompt: 'Prompt it was written by: name, version and hash.',
      failure: 'Why no model wrote it.',
      input_tokens: 'Tokens the model read.',
      output_tokens: 'Tokens the model wrote.',
      created_at: 'When written.',
    },
  ],
})}
`,
  down: `
UPDATE system_trace_logs SET kind = 'link' WHERE kind = 'memory';
ALTER TABLE system_trace_logs DROP CONSTRAINT system_trace_logs_kind_check;
ALTER TABLE system_trace_logs ADD CONSTRAINT system_trace_logs_kind_check
  CHECK (kind IN ('turn', 'queue', 'link', 'model', 'tool', 'search', 'query', 'event'));
DROP TRIGGER turns_keep_asked_rights ON turns;
DROP FUNCTION app.keep_asked_rights();
DROP FUNCTION app.rights_of(integer);
ALTER TABLE turns DROP COLUMN asked_rights;
DROP TABLE turn_summaries;
`,
});
