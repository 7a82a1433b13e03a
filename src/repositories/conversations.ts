import { QueryTypes, type Sequelize, type Transaction } from 'sequelize';
import type { Models } from '../models/models';
import type { ConversationDto, OpenedConversationDto } from '../shared/chat';
import { containing } from './likePattern';

interface ConversationRow extends Omit<ConversationDto, 'createdAt' | 'updatedAt'> {
  createdAt: Date;
  updatedAt: Date;
}

const select = `
  SELECT c.id, c.title, c.created_at AS "createdAt", c.updated_at AS "updatedAt", c.last_seq AS "lastSeq",
         t.id AS "runningTurnId"
  FROM conversations c LEFT JOIN turns t ON t.conversation_id = c.id AND t.status = 'running'`;

/** Text without its spaces, so that 매출 실적 is found by 매출실적. */
const joined = (text: string) => `replace(${text}, ' ', '')`;

/** Chats of employees, without those that their owners deleted. */
export function createConversationRepository(sequelize: Sequelize, { Conversation }: Models) {
  return {
    /** Whose chat it is and the number of its last event; null when there is none. */
    async find(id: string): Promise<{ employeeId: number; lastSeq: number } | null> {
      const row = await Conversation.findOne({
        where: { id, deletedAt: null },
        attributes: ['employeeId', 'lastSeq'],
      });
      return row && { employeeId: row.employeeId, lastSeq: row.lastSeq };
    },
    /** A person's chat, and from where on its events add to its messages; null when there is none. */
    async open({
      id,
      employeeId,
    }: {
      id: string;
      employeeId: number;
    }): Promise<OpenedConversationDto | null> {
      const [row] = await sequelize.query<ConversationRow & Pick<OpenedConversationDto, 'resumeAfterSeq'>>(
        `SELECT chat.*, coalesce((SELECT min(seq) - 1 FROM turn_events WHERE turn_id = chat."runningTurnId"),
                                 chat."lastSeq")::integer AS "resumeAfterSeq"
         FROM (${select} WHERE c.id = $id AND c.employee_id = $employeeId AND c.deleted_at IS NULL) AS chat`,
        { bind: { id, employeeId }, type: QueryTypes.SELECT },
      );
      return row ? { ...toDto(row), resumeAfterSeq: row.resumeAfterSeq } : null;
    },
    /**
     * A person's chats, last used first; with `words` those whose title and messages have each of them somewhere. No index
     * serves a part of a Korean word, so the person's messages are read through: of 2,000 chats with ten messages each, a
     * search that finds nothing took 0.3 s (PostgreSQL) and 0.6 s (embedded).
     */
    async list(options: {
      employeeId: number;
      words?: string[];
      limit: number;
      after?: { updatedAt: string; id: string };
    }): Promise<ConversationDto[]> {
      const rows = await sequelize.query<ConversationRow>(
        `${select}
         WHERE c.employee_id = $employeeId AND c.deleted_at IS NULL
           AND ($updatedAt::timestamptz IS NULL OR (c.updated_at, c.id) < ($updatedAt::timestamptz, $id::uuid))
           AND NOT EXISTS (
             SELECT FROM unnest($patterns::text[]) AS word (pattern)
             WHERE ${joined('c.title')} NOT ILIKE pattern AND NOT EXISTS (
               SELECT FROM chat_history m WHERE m.conversation_id = c.id AND ${joined('m.content')} ILIKE pattern
             )
           )
         ORDER BY c.updated_at DESC, c.id DESC LIMIT $limit`,
        {
          bind: {
            employeeId: options.employeeId,
            limit: options.limit,
            updatedAt: options.after?.updatedAt ?? null,
            id: options.after?.id ?? null,
            patterns: (options.words ?? []).map(containing),
          },
          type: QueryTypes.SELECT,
        },
      );
      return rows.map(toDto);
    },
    /** Of each of these chats the message that has most of the words, the last such. @returns texts by the chat's id. */
    async bestMessages(ids: string[], words: string[]): Promise<Map<string, string>> {
      const rows = await sequelize.query<{ id: string; content: string }>(
        `SELECT DISTINCT ON (m.conversation_id) m.conversation_id AS id, m.content
         FROM chat_history m CROSS JOIN LATERAL (
           SELECT count(*) AS found FROM unnest($patterns::text[]) AS word (pattern)
           WHERE ${joined('m.content')} ILIKE pattern
         ) words
         WHERE m.conversation_id = ANY ($ids::uuid[]) AND found > 0
         ORDER BY m.conversation_id, found DESC, m.id DESC`,
        { bind: { ids, patterns: words.map(containing) }, type: QueryTypes.SELECT },
      );
      return new Map(rows.map(({ id, content }) => [id, content]));
    },
    /** Calls a person's chat something else; its place in the list stays. @returns null when there is no such chat. */
    async rename(
      { id, employeeId, title }: { id: string; employeeId: number; title: string },
      transaction: Transaction,
    ): Promise<ConversationDto | null> {
      const [count] = await Conversation.update(
        { title },
        { where: { id, employeeId, deletedAt: null }, silent: true, transaction },
      );
      if (count === 0) return null;
      const [row] = await sequelize.query<ConversationRow>(`${select} WHERE c.id = $id`, {
        bind: { id },
        type: QueryTypes.SELECT,
        transaction,
      });
      return toDto(row!);
    },
    /** Hides a person's chat for good. @returns false when there is no such chat. */
    async markDeleted(
      { id, employeeId }: { id: string; employeeId: number },
      transaction: Transaction,
    ): Promise<boolean> {
      const [count] = await Conversation.update(
        { deletedAt: new Date() },
        { where: { id, employeeId, deletedAt: null }, silent: true, transaction },
      );
      return count === 1;
    },
  };
}

function toDto(row: ConversationRow): ConversationDto {
  return { ...row, createdAt: row.createdAt.toISOString(), updatedAt: row.updatedAt.toISOString() };
}
