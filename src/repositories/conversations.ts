import { QueryTypes, type Sequelize } from 'sequelize';
import type { Models } from '../models/models';
import type { ConversationDto } from '../shared/chat';

interface ConversationRow extends Omit<ConversationDto, 'createdAt' | 'updatedAt'> {
  createdAt: Date;
  updatedAt: Date;
}

/** Chats of employees. */
export function createConversationRepository(sequelize: Sequelize, { Conversation }: Models) {
  return {
    /** Whose chat it is and the number of its last event; null when there is none. */
    async find(id: string): Promise<{ employeeId: number; lastSeq: number } | null> {
      const row = await Conversation.findByPk(id, { attributes: ['employeeId', 'lastSeq'] });
      return row && { employeeId: row.employeeId, lastSeq: row.lastSeq };
    },
    /** A person's chats, last used first. */
    async list(options: {
      employeeId: number;
      limit: number;
      after?: { updatedAt: string; id: string };
    }): Promise<ConversationDto[]> {
      const rows = await sequelize.query<ConversationRow>(
        `SELECT c.id, c.title, c.created_at AS "createdAt", c.updated_at AS "updatedAt", c.last_seq AS "lastSeq",
                t.id AS "runningTurnId"
         FROM conversations c LEFT JOIN turns t ON t.conversation_id = c.id AND t.status = 'running'
         WHERE c.employee_id = $employeeId
           AND ($updatedAt::timestamptz IS NULL OR (c.updated_at, c.id) < ($updatedAt::timestamptz, $id::uuid))
         ORDER BY c.updated_at DESC, c.id DESC LIMIT $limit`,
        {
          bind: {
            employeeId: options.employeeId,
            limit: options.limit,
            updatedAt: options.after?.updatedAt ?? null,
            id: options.after?.id ?? null,
          },
          type: QueryTypes.SELECT,
        },
      );
      return rows.map((row) => ({
        ...row,
        createdAt: row.createdAt.toISOString(),
        updatedAt: row.updatedAt.toISOString(),
      }));
    },
  };
}
