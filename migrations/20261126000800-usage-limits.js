'use strict';
const { comments } = require('./lib/comments');
const { sqlMigration } = require('./lib/sqlMigration');

/**
 * What people use of the chat, by day, and the question whether a person may ask once more. It is asked by a function because each
 * statement inside one sees what was committed while it waited for the lock: counted in the statement that begins the turn, two
 * questions at once on two nodes would both see the place that is left.
 */
module.exports = sqlMigration({
  up: `
CREATE TABLE usage_by_day (
  day date NOT NULL,
  employee_id integer NOT NULL REFERENCES employees ON DELETE RESTRICT,
  turns integer NOT NULL DEFAULT 0,
  input_tokens bigint NOT NULL DEFAULT 0,
  output_tokens bigint NOT NULL DEFAULT 0,
  cost_krw numeric(14, 4) NOT NULL DEFAULT 0,
  PRIMARY KEY (day, employee_id)
);
CREATE INDEX usage_by_day_employee_idx ON usage_by_day (employee_id, day);
CREATE INDEX turns_employee_running_idx ON turns (employee_id) WHERE status = 'running';

INSERT INTO usage_by_day (day, employee_id, turns, input_tokens, output_tokens, cost_krw)
SELECT (m.created_at AT TIME ZONE 'Asia/Seoul')::date, t.employee_id, count(*), sum(m.input_tokens), sum(m.output_tokens),
  coalesce(sum(m.cost_krw), 0)
FROM chat_history m JOIN turns t ON t.id = m.turn_id
WHERE m.role = 'assistant' GROUP BY 1, 2;

ALTER TABLE system_trace_logs DROP CONSTRAINT system_trace_logs_kind_check;
ALTER TABLE system_trace_logs ADD CONSTRAINT system_trace_logs_kind_check
  CHECK (kind IN ('turn', 'queue', 'link', 'model', 'tool', 'search', 'query', 'event'));

CREATE FUNCTION refuse_question(
  person integer, running_limit integer, minute_limit integer, tokens_limit bigint, krw_limit numeric,
  all_tokens_limit bigint, all_krw_limit numeric
) RETURNS jsonb LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  today date := (now() AT TIME ZONE 'Asia/Seoul')::date;
  until_tomorrow integer := ceil(extract(epoch FROM ((today + 1)::timestamp AT TIME ZONE 'Asia/Seoul') - now()));
  used record;
  asked_at timestamptz;
BEGIN
  -- One question of a person at a time, whichever node it was sent to; held until its turn is committed.
  PERFORM pg_advisory_xact_lock(hashtextextended('narutalk questions', person));

  SELECT input_tokens + output_tokens AS tokens, cost_krw AS krw INTO used
  FROM usage_by_day WHERE day = today AND employee_id = person;
  IF used.tokens >= tokens_limit OR used.krw >= krw_limit THEN
    RETURN jsonb_build_object('code', 'daily_limit_reached', 'retryAfterSeconds', until_tomorrow);
  END IF;

  IF all_tokens_limit IS NOT NULL OR all_krw_limit IS NOT NULL THEN
    SELECT sum(input_tokens + output_tokens) AS tokens, sum(cost_krw) AS krw INTO used
    FROM usage_by_day WHERE day = today;
    IF used.tokens >= all_tokens_limit OR used.krw >= all_krw_limit THEN
      RETURN jsonb_build_object('code', 'daily_limit_of_all_reached', 'retryAfterSeconds', until_tomorrow);
    END IF;
  END IF;

  -- The question that has to be a minute old before there is room for another.
  SELECT started_at INTO asked_at FROM turns
  WHERE employee_id = person AND started_at > now() - interval '1 minute'
  ORDER BY started_at DESC OFFSET minute_limit - 1 LIMIT 1;
  IF FOUND THEN
    RETURN jsonb_build_object('code', 'too_many_questions',
      'retryAfterSeconds', greatest(1, ceil(extract(epoch FROM asked_at + interval '1 minute' - now()))));
  END IF;

  IF (SELECT count(*) FROM turns WHERE employee_id = person AND status = 'running') >= running_limit THEN
    RETURN jsonb_build_object('code', 'too_many_running');
  END IF;
  RETURN NULL;
END $$;
COMMENT ON FUNCTION refuse_question IS
  'Why a person may not ask once more now, with a code and the seconds to wait; null: may. A limit that is null is off.';
REVOKE ALL ON FUNCTION refuse_question FROM PUBLIC;
${comments({
  usage_by_day: [
    'What each person has used of the chat on each day: what daily limits are held against.',
    {
      day: 'Day in Korea on which the turns ended.',
      employee_id: 'Who asked.',
      turns: 'Turns that ended, however they did.',
      input_tokens: 'Tokens models read.',
      output_tokens: 'Tokens models wrote.',
      cost_krw: 'What that cost, as far as prices were set.',
    },
  ],
})}
`,
  down: `
DROP FUNCTION refuse_question;
DELETE FROM system_trace_logs WHERE kind = 'queue';
ALTER TABLE system_trace_logs DROP CONSTRAINT system_trace_logs_kind_check;
ALTER TABLE system_trace_logs ADD CONSTRAINT system_trace_logs_kind_check
  CHECK (kind IN ('turn', 'link', 'model', 'tool', 'search', 'query', 'event'));
DROP INDEX turns_employee_running_idx;
DROP TABLE usage_by_day;
`,
});
