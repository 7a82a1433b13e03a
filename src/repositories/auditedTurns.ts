import { QueryTypes, type Sequelize } from 'sequelize';
import type { ProvableEvent } from './rowProofs';
import { eventColumns } from './sealedColumns';

/** Rows of a kind that no proof accounts for, by the table and key they are named by. */
interface UnaccountedRow {
  table: 'turns' | 'turn_events';
  id: string;
}

/** Rows named at most; whoever has so many needs no more. */
const mostNamed = 1_000;

/** What stands beside the sealed rows of turns and has to agree with them. */
export function createAuditedTurnRepository(sequelize: Sequelize) {
  const select = <Row extends object>(sql: string, bind: Record<string, unknown>) =>
    sequelize.query<Row>(sql, { bind, type: QueryTypes.SELECT });

  return {
    /** Events of these turns, in order. */
    events(turnIds: string[]): Promise<ProvableEvent[]> {
      return select<ProvableEvent>(
        `SELECT ${eventColumns} FROM turn_events WHERE turn_id = ANY ($turnIds::uuid[]) ORDER BY turn_id, seq`,
        { turnIds },
      );
    },
    /** Whose chats these are, by the chat's id. */
    async owners(conversationIds: string[]): Promise<Map<string, number>> {
      const rows = await select<{ id: string; employeeId: number }>(
        `SELECT id, employee_id AS "employeeId" FROM conversations WHERE id = ANY ($conversationIds::uuid[])`,
        { conversationIds },
      );
      return new Map(rows.map(({ id, employeeId }) => [id, employeeId]));
    },
    /**
     * Turns that have no number though they are over, or no question though they run; events of turns that are not there. What
     * ends or begins meanwhile does so in one statement, and is not among them.
     */
    unaccounted(): Promise<UnaccountedRow[]> {
      return select<UnaccountedRow>(
        `(SELECT 'turns' AS "table", id::text FROM turns t
          WHERE number IS NULL AND (status <> 'running' OR NOT EXISTS (
            SELECT FROM chat_history m WHERE m.turn_id = t.id AND m.role = 'user'))
          LIMIT $mostNamed)
         UNION ALL
         (SELECT 'turn_events', conversation_id || '/' || seq FROM turn_events e
          WHERE NOT EXISTS (SELECT FROM turns t WHERE t.id = e.turn_id) LIMIT $mostNamed)`,
        { mostNamed },
      );
    },
  };
}

export type AuditedTurnRepository = ReturnType<typeof createAuditedTurnRepository>;
