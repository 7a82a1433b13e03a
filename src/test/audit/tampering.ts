import {
  anotherPerson,
  eventEdits,
  messageEdits,
  sealEdits,
  spanEdits,
  turnEdits,
  type Edits,
} from './columnEdits';
import type { SealedAudit } from './sealedAudit';

/** One thing that somebody with every right to the database does, with the row it has to be named by. */
export interface Tampering {
  name: string;
  /** Run as one transaction, without triggers and foreign keys. */
  statements: string[];
  /** Table and key of the row that verifying has to name. */
  row: { table: string; id: string };
}

/** A hundred ways to make an audit say something else, over everything it covers. */
export async function tamperings(audit: SealedAudit): Promise<Tampering[]> {
  const one = async (text: string): Promise<string> => (await audit.sql<{ id: string }>(text))[0]!.id;
  const span = await one(
    `SELECT id::text FROM system_trace_logs WHERE input ? 'query' ORDER BY number OFFSET 1 LIMIT 1`,
  );
  const event = await one(
    `SELECT id::text FROM system_trace_logs WHERE turn_id IS NULL ORDER BY number OFFSET 2 LIMIT 1`,
  );
  const turn = await one(`SELECT turn_id::text AS id FROM system_trace_logs WHERE id = '${span}'`);
  const chat = await one(`SELECT conversation_id::text AS id FROM turns WHERE id = '${turn}'`);
  const question = await one(`SELECT id::text FROM chat_history WHERE turn_id = '${turn}' AND role = 'user'`);
  const answer = await one(
    `SELECT id::text FROM chat_history WHERE turn_id = '${turn}' AND role = 'assistant'`,
  );
  const otherQuestion = await one(
    `SELECT id::text FROM chat_history WHERE turn_id <> '${turn}' AND role = 'user' ORDER BY id LIMIT 1`,
  );
  const otherTurn = await one(`SELECT id::text FROM turns WHERE id <> '${turn}' ORDER BY number LIMIT 1`);
  const seqs = await audit.sql<{ seq: number; type: string }>(
    `SELECT seq, type FROM turn_events WHERE turn_id = $1 ORDER BY seq`,
    [turn],
  );
  const [firstSeq, lastSeq] = [seqs[0]!.seq, seqs.at(-1)!.seq];
  const said = seqs.find(({ type }) => type === 'text-delta')!.seq;
  const seals = Number(await one(`SELECT max(number)::text AS id FROM audit_seals`));
  const middle = Math.floor(seals / 2);
  const rowsFrom = (number: number) => lastRowsFrom(audit, number);
  const atEvent = (seq: number) => `conversation_id = '${chat}' AND seq = ${seq}`;
  const eventAt = (seq: number) => ({ table: 'turn_events', id: `${chat}/${seq}` });
  const sealAt = (number: number) => ({ table: 'audit_seals', id: String(number) });
  const spanRow = { table: 'system_trace_logs', id: span };
  const turnRow = { table: 'turns', id: turn };
  const uuid = (end: number) => `00000000-0000-4000-8000-${String(end).padStart(12, '0')}`;
  const copied = (columns: string, changed: string) =>
    `INSERT INTO system_trace_logs (${columns}, kind, name, input, output, started_at, duration_ms, recorded_at, turn_id, employee_id)
     SELECT ${changed}, kind, name, input, output, started_at, duration_ms, recorded_at, turn_id, employee_id
     FROM system_trace_logs WHERE id = '${span}'`;

  return [
    ...edits('system_trace_logs', spanEdits, `id = '${span}'`, spanRow),
    ...edits('chat_history', messageEdits, `id = ${answer}`, { table: 'chat_history', id: answer }),
    ...edits('turns', turnEdits, `id = '${turn}'`, turnRow),
    ...edits('turn_events', eventEdits, atEvent(said), eventAt(said)),
    ...edits('audit_seals', sealEdits, `number = ${middle}`, sealAt(middle)),
    ...edits('conversations', { employee_id: anotherPerson('employee_id') }, `id = '${chat}'`, {
      table: 'conversations',
      id: chat,
    }),

    deletion('a span', `system_trace_logs WHERE id = '${span}'`, spanRow),
    deletion('an access record', `system_trace_logs WHERE id = '${event}'`, { ...spanRow, id: event }),
    deletion('a question', `chat_history WHERE id = ${question}`, { table: 'chat_history', id: question }),
    deletion('an answer', `chat_history WHERE id = ${answer}`, { table: 'chat_history', id: answer }),
    deletion('the row of a turn', `turns WHERE id = '${turn}'`, turnRow),
    deletion('the first event of a turn', `turn_events WHERE ${atEvent(firstSeq)}`, eventAt(firstSeq)),
    deletion('an event', `turn_events WHERE ${atEvent(said)}`, eventAt(said)),
    deletion('the last event of a turn', `turn_events WHERE ${atEvent(lastSeq)}`, eventAt(lastSeq)),
    deletion('a seal', `audit_seals WHERE number = ${middle}`, sealAt(middle)),
    {
      name: 'deletes a turn with all that is about it',
      statements: ['turn_events', 'chat_history', 'system_trace_logs']
        .map((table) => `DELETE FROM ${table} WHERE turn_id = '${turn}'`)
        .concat(`DELETE FROM turns WHERE id = '${turn}'`),
      row: turnRow,
    },
    {
      name: 'deletes a chat with all that is about it',
      statements: [
        `DELETE FROM system_trace_logs WHERE turn_id IN (SELECT id FROM turns WHERE conversation_id = '${chat}')`,
        ...['turn_events', 'chat_history', 'turns'].map(
          (table) => `DELETE FROM ${table} WHERE conversation_id = '${chat}'`,
        ),
        `DELETE FROM conversations WHERE id = '${chat}'`,
      ],
      row: turnRow,
    },

    {
      name: 'swaps two spans',
      statements: swap('system_trace_logs', 'number', `id = '${span}'`, `id = '${event}'`),
      row: spanRow,
    },
    {
      name: 'swaps two questions',
      statements: swap('chat_history', 'id', `id = ${question}`, `id = ${otherQuestion}`),
      row: { table: 'chat_history', id: question },
    },
    {
      name: 'swaps two turns',
      statements: swap('turns', 'number', `id = '${turn}'`, `id = '${otherTurn}'`),
      row: turnRow,
    },
    {
      name: 'swaps two events',
      statements: swap('turn_events', 'seq', atEvent(firstSeq), atEvent(said)),
      row: eventAt(firstSeq),
    },
    {
      name: 'puts what one answer said under another question',
      statements: [
        `UPDATE chat_history SET content = (SELECT content FROM chat_history WHERE id = ${question}) WHERE id = ${otherQuestion}`,
      ],
      row: { table: 'chat_history', id: otherQuestion },
    },

    insertion(
      'a span with the proof of another',
      copied('id, number, proof', `'${uuid(1)}', nextval('system_trace_logs_number_seq'), proof`),
      {
        ...spanRow,
        id: uuid(1),
      },
    ),
    insertion('a span without a proof', copied('id', `'${uuid(2)}'`), { ...spanRow, id: uuid(2) }),
    insertion(
      'a message',
      `INSERT INTO chat_history (id, turn_id, conversation_id, role, content, status, created_at, proof)
       SELECT 999999, '${uuid(4)}', conversation_id, role, content, status, created_at, proof FROM chat_history WHERE id = ${answer}`,
      { table: 'chat_history', id: '999999' },
    ),
    insertion(
      'a turn that is over',
      `INSERT INTO turns (id, conversation_id, employee_id, client_message_id, status, owner_process, started_at, finished_at)
       SELECT '${uuid(5)}', conversation_id, employee_id, 'x', status, owner_process, started_at, finished_at FROM turns WHERE id = '${turn}'`,
      { table: 'turns', id: uuid(5) },
    ),
    insertion(
      'a turn with the proof and number of its own making',
      `INSERT INTO turns (id, conversation_id, employee_id, client_message_id, status, owner_process, number, proof, first_seq, event_hashes)
       SELECT '${uuid(6)}', conversation_id, employee_id, 'x', status, owner_process, nextval('turns_number_seq'), proof, first_seq,
         event_hashes FROM turns WHERE id = '${turn}'`,
      { table: 'turns', id: uuid(6) },
    ),
    insertion(
      'a turn that runs',
      `INSERT INTO turns (id, conversation_id, employee_id, client_message_id, owner_process)
       SELECT '${uuid(7)}', conversation_id, employee_id, 'x', owner_process FROM turns WHERE id = '${turn}'`,
      { table: 'turns', id: uuid(7) },
    ),
    insertion(
      'an event into a turn that is over',
      `INSERT INTO turn_events (conversation_id, seq, turn_id, type, payload) VALUES ('${chat}', 5000, '${turn}', 'text-delta',
         '{"type": "text-delta", "text": "덧붙임"}')`,
      eventAt(5000),
    ),
    insertion(
      'an event of no turn',
      `INSERT INTO turn_events (conversation_id, seq, turn_id, type, payload) VALUES ('${chat}', 6000, '${uuid(8)}', 'text-delta',
         '{"type": "text-delta", "text": "덧붙임"}')`,
      eventAt(6000),
    ),
    insertion('a seal behind the last', sealCopy(seals + 1, seals), sealAt(seals + 1)),

    {
      name: 'rewrites a seal and links those behind it anew',
      statements: [
        `UPDATE audit_seals SET proofs = array_append(proofs[2:], 'x'), hash = md5(hash) WHERE number = ${middle}`,
        `UPDATE audit_seals SET previous_hash = md5(previous_hash), hash = md5(hash) WHERE number > ${middle}`,
      ],
      row: sealAt(middle),
    },
    {
      name: 'passes a segment off as retired',
      statements: [
        ...['system_trace_logs', 'turns'].map(
          (table) => `DELETE FROM ${table} WHERE number = ANY (
            SELECT unnest(row_numbers) FROM audit_seals WHERE number = ${middle} AND table_name = '${table}')`,
        ),
        `DELETE FROM chat_history WHERE id = ANY (
           SELECT unnest(row_numbers) FROM audit_seals WHERE number = ${middle} AND table_name = 'chat_history')`,
        `UPDATE audit_seals SET row_ids = '{}', proofs = '{}', rows_from = now(), rows_to = now(), retired_at = now(),
           stub_key_id = key_id, stub_signature = signature WHERE number = ${middle}`,
      ],
      row: sealAt(middle),
    },
    {
      name: 'cuts off the last three seals with their rows',
      statements: await rowsFrom(seals - 2),
      row: sealAt(seals),
    },
    { name: 'empties the seals', statements: ['DELETE FROM audit_seals'], row: sealAt(seals) },
    { name: 'empties the trace', statements: ['DELETE FROM system_trace_logs'], row: spanRow },
    {
      name: 'empties what was said',
      statements: ['DELETE FROM chat_history'],
      row: { table: 'chat_history', id: answer },
    },
    { name: 'empties the events', statements: ['DELETE FROM turn_events'], row: eventAt(said) },
  ];
}

function edits(table: string, changes: Edits, where: string, row: Tampering['row']): Tampering[] {
  return Object.entries(changes).map(([name, value]) => ({
    name: `changes ${table}.${name}`,
    statements: [`UPDATE ${table} SET ${name.split(':')[0]!} = ${value} WHERE ${where}`],
    row,
  }));
}

function deletion(name: string, what: string, row: Tampering['row']): Tampering {
  return { name: `deletes ${name}`, statements: [`DELETE FROM ${what}`], row };
}

function insertion(name: string, statement: string, row: Tampering['row']): Tampering {
  return { name: `inserts ${name}`, statements: [statement], row };
}

/** Exchanges a unique number of two rows. */
function swap(table: string, column: string, a: string, b: string): string[] {
  const parked = -1;
  return [
    `CREATE TEMP TABLE swapped ON COMMIT DROP AS SELECT (SELECT ${column} FROM ${table} WHERE ${a}) AS a,
       (SELECT ${column} FROM ${table} WHERE ${b}) AS b`,
    `ALTER TABLE ${table} DROP CONSTRAINT IF EXISTS turn_events_seq_check`,
    `UPDATE ${table} SET ${column} = ${parked} WHERE ${a}`,
    `UPDATE ${table} SET ${column} = (SELECT a FROM swapped) WHERE ${b}`,
    `UPDATE ${table} SET ${column} = (SELECT b FROM swapped) WHERE ${column} = ${parked}`,
  ];
}

function sealCopy(number: number, of: number): string {
  return `INSERT INTO audit_seals (number, table_name, kind, row_ids, row_numbers, proofs, up_to, missing, previous_hash, hash, key_id,
      signature, sealed_at)
    SELECT ${number}, table_name, kind, row_ids, row_numbers, proofs, up_to, missing, hash, md5(hash), key_id, signature, now()
    FROM audit_seals WHERE number = ${of}`;
}

/** Statements that delete the seals from a number on and all rows they name. */
async function lastRowsFrom(audit: SealedAudit, number: number): Promise<string[]> {
  const seals = await audit.sql<{ table: string; numbers: string[] }>(
    `SELECT table_name AS "table", row_numbers AS numbers FROM audit_seals WHERE number >= $1`,
    [number],
  );
  return [
    ...seals.map(
      ({ table, numbers }) =>
        `DELETE FROM ${table} WHERE ${table === 'chat_history' ? 'id' : 'number'} IN (${numbers.join(', ')})`,
    ),
    `DELETE FROM audit_seals WHERE number >= ${number}`,
  ];
}
