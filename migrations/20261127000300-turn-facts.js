'use strict';
const { comments } = require('./lib/comments');
const { sqlMigration } = require('./lib/sqlMigration');

/**
 * One row a turn with all that analysts look for, kept beside what was written once: see docs/decisions/0025. Everything in it is
 * derived, and `rebuild_turn_facts` makes it anew from the turns, their messages, opinions and traces; only `flags` are kept.
 */
module.exports = sqlMigration({
  up: `
CREATE FUNCTION turn_words(said text) RETURNS text[] LANGUAGE plpgsql IMMUTABLE STRICT AS $$
DECLARE
  words text := regexp_replace(lower(said), '[\\s!-/:-@[-\`{-~·…‘’“”]+', ' ', 'g');
BEGIN
  RETURN ARRAY(
    SELECT pair FROM unnest(
      string_to_array(regexp_replace(words, '(..)', E'\\\\1\\x1f', 'g'), E'\\x1f')
      || string_to_array(regexp_replace(substr(words, 2), '(..)', E'\\\\1\\x1f', 'g'), E'\\x1f')
    ) AS pair WHERE length(pair) = 2 AND strpos(pair, ' ') = 0
  );
END $$;
COMMENT ON FUNCTION turn_words IS
  'Every two letters of a text that stand side by side in a word: what text is found by. A text that has a word has all pairs of it.';

CREATE FUNCTION turn_step(amount double precision) RETURNS integer LANGUAGE sql IMMUTABLE STRICT
RETURN CASE WHEN amount < 0.001 THEN -40 ELSE floor(4 * ln(amount) / ln(2))::integer END;
COMMENT ON FUNCTION turn_step IS 'The step an amount is on; each step is a fifth wider than the one before.';

CREATE FUNCTION turn_steps(name text, lowest double precision, highest double precision) RETURNS text[]
LANGUAGE sql IMMUTABLE
RETURN ARRAY(
  SELECT name || ':' || step::text
  FROM generate_series(turn_step(coalesce(lowest, 0)), turn_step(coalesce(highest, 1e12))) AS step
);
COMMENT ON FUNCTION turn_steps IS 'Facets of all amounts between two; one that is null is open.';


CREATE FUNCTION turn_hours(at timestamptz) RETURNS bigint LANGUAGE sql IMMUTABLE STRICT
RETURN floor(extract(epoch FROM at AT TIME ZONE 'UTC') / 3600)::bigint;
COMMENT ON FUNCTION turn_hours IS 'Whole hours since 1970.';

CREATE FUNCTION turn_window(after timestamptz, before timestamptz, level integer) RETURNS text[]
LANGUAGE sql IMMUTABLE STRICT
RETURN ARRAY(
  SELECT 'h' || level::text || ':' || span::text
  FROM generate_series(turn_hours(after) >> (3 * level), turn_hours(before) >> (3 * level)) AS span
);
COMMENT ON FUNCTION turn_window IS 'Facets of all times between two, in spans of 8 to the power of the level hours.';

CREATE FUNCTION turn_facets(
  started_at timestamptz, employee_id integer, team text, status text, model text, cost_krw numeric, latency_ms integer,
  feedback smallint, evidence text, error_code text, tools text[], document_ids uuid[], product_codes text[],
  customer_codes text[], flags text[]
) RETURNS text[] LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  hours bigint := turn_hours(started_at);
  facets text[] := array_remove(ARRAY[
    'h0:' || hours::text, 'h1:' || (hours >> 3)::text, 'h2:' || (hours >> 6)::text, 'h3:' || (hours >> 9)::text,
    'h4:' || (hours >> 12)::text,
    'person:' || employee_id::text, 'team:' || team, 'status:' || status, 'model:' || model,
    'cost:' || turn_step(cost_krw::double precision)::text, 'ms:' || turn_step(latency_ms::double precision)::text,
    'feedback:' || CASE feedback WHEN 1 THEN 'up' WHEN -1 THEN 'down' ELSE 'none' END,
    'evidence:' || evidence, 'error:' || error_code
  ], NULL);
  one text;
BEGIN
  FOREACH one IN ARRAY tools LOOP facets := facets || ('tool:' || one); END LOOP;
  FOREACH one IN ARRAY document_ids LOOP facets := facets || ('document:' || one); END LOOP;
  FOREACH one IN ARRAY product_codes LOOP facets := facets || ('product:' || one); END LOOP;
  FOREACH one IN ARRAY customer_codes LOOP facets := facets || ('customer:' || one); END LOOP;
  FOREACH one IN ARRAY flags LOOP facets := facets || ('flag:' || one); END LOOP;
  RETURN facets;
END $$;
COMMENT ON FUNCTION turn_facets IS
  'What a turn is found by beside its words, each as name:value; times in spans of five lengths, amounts in steps.';

CREATE TABLE turn_facts (
  turn_id uuid PRIMARY KEY REFERENCES turns ON DELETE CASCADE,
  conversation_id uuid NOT NULL,
  started_at timestamptz NOT NULL,
  finished_at timestamptz,
  employee_id integer NOT NULL REFERENCES employees ON DELETE RESTRICT,
  team text,
  status text NOT NULL DEFAULT 'running'
    CHECK (status IN ('running', 'completed', 'stopped', 'failed', 'interrupted')),
  model text,
  input_tokens integer NOT NULL DEFAULT 0,
  output_tokens integer NOT NULL DEFAULT 0,
  cost_krw numeric(14, 4),
  latency_ms integer,
  first_token_ms integer,
  tools text[] NOT NULL DEFAULT '{}',
  document_ids uuid[] NOT NULL DEFAULT '{}',
  product_codes text[] NOT NULL DEFAULT '{}',
  customer_codes text[] NOT NULL DEFAULT '{}',
  feedback smallint CHECK (feedback IN (-1, 1)),
  evidence text CHECK (evidence IN ('found', 'near', 'none')),
  error_code text,
  flags text[] NOT NULL DEFAULT '{}',
  said text NOT NULL,
  facets text[] COLLATE "C" NOT NULL GENERATED ALWAYS AS (turn_facets(started_at, employee_id, team, status, model, cost_krw,
    latency_ms, feedback, evidence, error_code, tools, document_ids, product_codes, customer_codes, flags)) STORED
);
CREATE INDEX turn_facts_started_idx ON turn_facts (started_at DESC, turn_id DESC);
CREATE INDEX turn_facts_employee_idx ON turn_facts (employee_id, started_at DESC);
-- What waits to be sorted in is read whole by each search, so little may wait.
CREATE INDEX turn_facts_found_by_idx ON turn_facts USING gin (facets, (turn_words(said) COLLATE "C"))
  WITH (gin_pending_list_limit = 256);
REVOKE ALL ON FUNCTION turn_words, turn_step, turn_steps, turn_hours, turn_window, turn_facets FROM PUBLIC;
${comments({
  turn_facts: [
    'What turns are looked for by: one row a turn, derived from turns, chat_history, feedback and system_trace_logs.',
    {
      turn_id: 'The turn.',
      conversation_id: 'The chat.',
      started_at: 'When the question was accepted.',
      finished_at: 'When it ended.',
      employee_id: 'Who asked.',
      team: 'Team of that person at that time.',
      status: 'running, completed, stopped, failed or interrupted.',
      model: 'Model that answered.',
      input_tokens: 'Tokens models read.',
      output_tokens: 'Tokens models wrote.',
      cost_krw: 'What models cost, where prices are known.',
      latency_ms: 'Milliseconds from the question to the end of the answer.',
      first_token_ms:
        'Milliseconds until the first text was there; none where there was no text, or it is not known.',
      tools: 'Tools that were called, each once.',
      document_ids: 'Documents the answer quotes.',
      product_codes:
        'Products it was about: named in the question, asked for in a query, or those of a quoted document.',
      customer_codes: 'Customers it was about: named in the question or asked for in a query.',
      feedback: '1: the person liked the answer; -1: did not; none: said nothing.',
      evidence:
        'Best grade of what was found in documents: found, near or none; null where they were not searched.',
      error_code: 'Code of the error catalogue where it failed.',
      flags: 'What reviewers and rules have marked it with.',
      said: 'Question and answer.',
      facets: 'All of it as name:value, by which it is indexed.',
    },
  ],
})}
`,
  down: `
DROP TABLE turn_facts;
DROP FUNCTION turn_facets, turn_window, turn_steps, turn_hours, turn_step, turn_words;
`,
});
