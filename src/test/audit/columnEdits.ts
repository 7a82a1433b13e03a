/** Columns of a row with what each is changed to. */
export type Edits = Record<string, string>;

const anyUuid = 'gen_random_uuid()';
export const anotherPerson = (column: string) => `(SELECT min(id) FROM employees WHERE id <> ${column})`;

export const spanEdits: Edits = {
  turn_id: `(SELECT id FROM turns WHERE id <> turn_id ORDER BY id LIMIT 1)`,
  parent_id: anyUuid,
  employee_id: anotherPerson('employee_id'),
  kind: `'link'`,
  name: `'search_other'`,
  'input: a detail': `jsonb_set(input, '{query}', '"보관 온도 "')`,
  'output: a detail': `output || '{"added": 1}'`,
  error: `'internal'`,
  started_at: `started_at + interval '1 millisecond'`,
  duration_ms: 'duration_ms + 0.001',
  request_id: `'other'`,
  recorded_at: `recorded_at - interval '1 hour'`,
  proof: 'reverse(proof)',
  id: anyUuid,
  number: 'number + 1000000',
};

export const messageEdits: Edits = {
  turn_id: anyUuid,
  conversation_id: `(SELECT id FROM conversations WHERE id <> conversation_id ORDER BY id LIMIT 1)`,
  content: `content || ' '`,
  'citations: a detail': `jsonb_set(citations, '{0,title}', '"다른 문서"')`,
  tables: `'[{"title": "실적", "columns": [], "rows": []}]'`,
  tool_calls: `'[]'`,
  model: `'other'`,
  input_tokens: 'input_tokens + 1',
  output_tokens: 'output_tokens + 1',
  cost_krw: 'coalesce(cost_krw, 0) + 0.0001',
  status: `'stopped'`,
  error_code: `'internal'`,
  follow_ups: `follow_ups || '{다음은?}'::text[]`,
  created_at: `created_at + interval '1 day'`,
  proof: 'NULL',
  id: 'id + 1000000',
};

export const turnEdits: Edits = {
  id: anyUuid,
  conversation_id: `(SELECT id FROM conversations WHERE id <> conversation_id ORDER BY id LIMIT 1)`,
  employee_id: anotherPerson('employee_id'),
  client_message_id: `client_message_id || '2'`,
  regenerates_turn_id: 'id',
  parent_turn_id: anyUuid,
  status: `'stopped'`,
  'status: as if it ran': `'running'`,
  owner_process: anyUuid,
  started_at: `started_at - interval '1 day'`,
  finished_at: `finished_at + interval '1 second'`,
  asked_rights: 'md5(asked_rights)',
  number: 'NULL',
  first_seq: 'first_seq + 1',
  event_hashes: `event_hashes[2:]`,
  proof: 'reverse(proof)',
};

export const eventEdits: Edits = {
  conversation_id: anyUuid,
  seq: 'seq + 100000',
  turn_id: `(SELECT id FROM turns WHERE id <> turn_id ORDER BY id LIMIT 1)`,
  type: `'step-started'`,
  'payload: a detail': `jsonb_set(payload, '{text}', to_jsonb((payload ->> 'text') || '.'))`,
  created_at: `created_at + interval '2 seconds'`,
};

export const sealEdits: Edits = {
  number: 'number + 1000',
  table_name: `CASE table_name WHEN 'turns' THEN 'chat_history' ELSE 'turns' END`,
  kind: `CASE kind WHEN 'events' THEN 'traces' ELSE 'events' END`,
  row_ids: `row_ids[2:]`,
  row_numbers: `row_numbers || 1000000::bigint`,
  proofs: `array_append(proofs[2:], proofs[1] || 'x')`,
  up_to: 'up_to + 1',
  missing: `missing || '[[1000001, "2026-01-01T00:00:00.000Z"]]'`,
  previous_hash: 'reverse(previous_hash)',
  hash: 'reverse(hash)',
  key_id: 'reverse(key_id)',
  signature: 'reverse(signature)',
  sealed_at: `sealed_at - interval '1 day'`,
};
