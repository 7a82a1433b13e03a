import { randomUUID } from 'node:crypto';
import { QueryTypes } from 'sequelize';
import type { Database } from '../../storage/database/database';

/** A question with its answer, as it is to stand in the tables. */
export interface StoredTurn {
  question: string;
  answer: string;
  startedAt: Date;
  status?: 'completed' | 'stopped';
}

/** Stores turns of a person, as if they had been asked. @returns their keys, in the order given. */
export async function storeTurns(
  { sequelize }: Pick<Database, 'sequelize'>,
  employeeId: number,
  turns: StoredTurn[],
): Promise<string[]> {
  const conversationId = randomUUID();
  const rows = turns.map((turn) => ({ status: 'completed', ...turn, id: randomUUID() }));
  await sequelize.query(
    `WITH given AS (
       SELECT * FROM jsonb_to_recordset($rows::jsonb)
         AS given (id uuid, question text, answer text, "startedAt" timestamptz, status text)
     ), chat AS (
       INSERT INTO conversations (id, employee_id, title) VALUES ($conversationId, $employeeId, 'stored')
     ), begun AS (
       INSERT INTO turns (id, conversation_id, employee_id, client_message_id, status, owner_process, started_at,
                          finished_at)
       SELECT id, $conversationId, $employeeId, id::text, status, $conversationId, "startedAt",
              "startedAt" + interval '1.5 seconds' FROM given
     ), facts AS (
       INSERT INTO turn_facts (turn_id, conversation_id, started_at, finished_at, employee_id, team, status, model,
                               input_tokens, output_tokens, cost_krw, latency_ms, said)
       SELECT given.id, $conversationId, "startedAt", "startedAt" + interval '1.5 seconds', $employeeId, team, status,
              'stored-model', 10, 20, 1.5, 1500, question || E'\\n' || answer
       FROM given JOIN employees ON employees.id = $employeeId
     )
     INSERT INTO chat_history (turn_id, conversation_id, role, content, status, model, input_tokens, output_tokens, cost_krw)
     SELECT id, $conversationId::uuid, 'user', question, 'completed', NULL, 0, 0, NULL FROM given
     UNION ALL
     SELECT id, $conversationId, 'assistant', answer, status, 'stored-model', 10, 20, 1.5 FROM given`,
    {
      bind: { rows: JSON.stringify(rows), conversationId, employeeId },
      type: QueryTypes.INSERT,
    },
  );
  return rows.map(({ id }) => id);
}

/** Stores so many turns of a person that writing them takes a while. */
export async function storeManyTurns(
  database: Pick<Database, 'sequelize'>,
  employeeId: number,
  count: number,
): Promise<void> {
  const portion = 5_000;
  for (let from = 0; from < count; from += portion) {
    const turns = Array.from({ length: Math.min(portion, count - from) }, (_turn, at) => ({
      question: `이번 달 나루정 매출은 얼마인가요? ${from + at}`,
      answer: '이번 달 나루정 매출은 1,234,000원입니다. '.repeat(5),
      startedAt: new Date(Date.UTC(2026, 1, 1) + from + at),
    }));
    await storeTurns(database, employeeId, turns);
  }
}
