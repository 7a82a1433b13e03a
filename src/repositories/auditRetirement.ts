import { QueryTypes, type Sequelize, type Transaction } from 'sequelize';
import type { Stub } from './auditSeals';
import type { SealedTable } from './rowProofs';

/** A segment whose rows go, with what stays of it. */
export interface SegmentToRetire {
  number: number;
  rowNumbers: number[];
  rowIds: string[];
  stub: Stub;
}

/** Deletes rows whose time is over; the database lets only those of retired segments go. */
export function createAuditRetirementRepository(sequelize: Sequelize) {
  const run = (sql: string, bind: unknown[], transaction: Transaction) =>
    sequelize.query(sql, { bind, transaction });

  return {
    /** Keeps these segments for this transaction. @returns those that nobody else has, and that are not retired. */
    async take(numbers: number[], transaction: Transaction): Promise<Set<number>> {
      const rows = await sequelize.query<{ number: number }>(
        `SELECT number FROM audit_seals WHERE number = ANY ($1::bigint[]) AND retired_at IS NULL
         FOR UPDATE SKIP LOCKED`,
        { bind: [numbers], type: QueryTypes.SELECT, transaction },
      );
      return new Set(rows.map(({ number }) => number));
    },
    /** Whether something written is still about one of these turns. */
    async isAnyNeeded(turnIds: string[]): Promise<boolean> {
      const [row] = await sequelize.query<{ isNeeded: boolean }>(
        `SELECT EXISTS (SELECT FROM chat_history WHERE turn_id = ANY ($1::uuid[]))
             OR EXISTS (SELECT FROM system_trace_logs WHERE turn_id = ANY ($1::uuid[])) AS "isNeeded"`,
        { bind: [turnIds], type: QueryTypes.SELECT },
      );
      return row!.isNeeded;
    },
    /**
     * Leaves stubs of these segments and deletes their rows. With a turn go its events, what was thought of it and its summary;
     * with the last turn of a chat that was not used since `unusedSince` goes the chat.
     */
    async retire(
      table: SealedTable,
      segments: SegmentToRetire[],
      { unusedSince }: { unusedSince: Date },
      transaction: Transaction,
    ): Promise<void> {
      const stubs = segments.map(({ number, stub }) => ({ number, ...stub }));
      await run(
        `UPDATE audit_seals SET row_ids = '{}', proofs = '{}', rows_from = stub."rowsFrom", rows_to = stub."rowsTo",
           retired_at = stub."retiredAt", stub_key_id = stub."keyId", stub_signature = stub.signature
         FROM jsonb_to_recordset($1::jsonb) AS stub (number bigint, "rowsFrom" timestamptz, "rowsTo" timestamptz,
           "retiredAt" timestamptz, "keyId" text, signature text)
         WHERE audit_seals.number = stub.number`,
        [JSON.stringify(stubs)],
        transaction,
      );
      // Numbers alone: this statement takes no parameters.
      const numbers = segments.map(({ number }) => number).join(',');
      await sequelize.query(`SET LOCAL audit.retiring = '${numbers}'`, { transaction });
      const rowNumbers = segments.flatMap((segment) => segment.rowNumbers);
      if (table === 'chat_history') {
        // A turn may outlast what was said in it by something that is still written about it.
        await run(
          `UPDATE turn_facts SET said = '' WHERE turn_id IN (SELECT turn_id FROM chat_history WHERE id = ANY ($1::bigint[]))`,
          [rowNumbers],
          transaction,
        );
      }
      if (table === 'turns') {
        const turnIds = segments.flatMap((segment) => segment.rowIds);
        await run('DELETE FROM turn_events WHERE turn_id = ANY ($1::uuid[])', [turnIds], transaction);
        await run('DELETE FROM feedback WHERE turn_id = ANY ($1::uuid[])', [turnIds], transaction);
        const gone = await sequelize.query<{ conversationId: string }>(
          `DELETE FROM turns WHERE number = ANY ($1::bigint[]) RETURNING conversation_id AS "conversationId"`,
          { bind: [rowNumbers], type: QueryTypes.SELECT, transaction },
        );
        // Whoever asks in a chat meanwhile has moved the time of its use.
        await run(
          `DELETE FROM conversations c WHERE id = ANY ($1::uuid[]) AND updated_at < $2
             AND NOT EXISTS (SELECT FROM turns t WHERE t.conversation_id = c.id)`,
          [[...new Set(gone.map(({ conversationId }) => conversationId))], unusedSince],
          transaction,
        );
      } else {
        const number = table === 'chat_history' ? 'id' : 'number';
        await run(`DELETE FROM ${table} WHERE ${number} = ANY ($1::bigint[])`, [rowNumbers], transaction);
      }
      await sequelize.query(`SET LOCAL audit.retiring = ''`, { transaction });
    },
  };
}

export type AuditRetirementRepository = ReturnType<typeof createAuditRetirementRepository>;
