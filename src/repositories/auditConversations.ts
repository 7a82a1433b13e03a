import { QueryTypes, type Sequelize } from 'sequelize';
import type { Citation } from '../shared/chat';
import type { AuditConversationDto } from '../shared/replay';

/** Chats as analysts open them, deleted ones too. */
export function createAuditConversationRepository(sequelize: Sequelize) {
  return {
    async find(conversationId: string): Promise<AuditConversationDto | null> {
      const [row] = await sequelize.query<ConversationRow>(
        `SELECT c.id AS "conversationId", c.title, e.employee_no AS "employeeNo", e.name, e.team,
                c.created_at AS "createdAt", c.updated_at AS "updatedAt", c.deleted_at AS "deletedAt"
         FROM conversations c JOIN employees e ON e.id = c.employee_id WHERE c.id = $conversationId`,
        { bind: { conversationId }, type: QueryTypes.SELECT },
      );
      return row ? toDto(row) : null;
    },
    /** Whose turn it is, in which chat, and what its answer cites. */
    async turn(
      turnId: string,
    ): Promise<{ conversationId: string; employeeNo: string; citations: Citation[] } | null> {
      const [row] = await sequelize.query<{
        conversationId: string;
        employeeNo: string;
        citations: Citation[];
      }>(
        `SELECT t.conversation_id AS "conversationId", e.employee_no AS "employeeNo",
                coalesce(answer.citations, '[]') AS citations
         FROM turns t JOIN employees e ON e.id = t.employee_id
         LEFT JOIN chat_history answer ON answer.turn_id = t.id AND answer.role = 'assistant'
         WHERE t.id = $turnId`,
        { bind: { turnId }, type: QueryTypes.SELECT },
      );
      return row ?? null;
    },
  };
}

interface ConversationRow extends Pick<AuditConversationDto, 'conversationId' | 'title'> {
  employeeNo: string;
  name: string;
  team: string | null;
  createdAt: Date;
  updatedAt: Date;
  deletedAt: Date | null;
}

function toDto(row: ConversationRow): AuditConversationDto {
  const { conversationId, title, employeeNo, name, team, createdAt, updatedAt, deletedAt } = row;
  return {
    ...{ conversationId, title, employee: { employeeNo, name, team } },
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    deletedAt: deletedAt?.toISOString() ?? null,
  };
}
