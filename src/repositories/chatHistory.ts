import { QueryTypes, type Sequelize } from 'sequelize';
import type { ErrorCode } from '../errors';
import type { ChatMessage, ToolCallRecord } from '../models/chatMessage';
import type { Models } from '../models/models';
import type { Citation, FeedbackDto, MessageDto, ResultTable, TurnStatus } from '../shared/chat';

export interface NewMessage {
  turnId: string;
  conversationId: string;
  role: 'user' | 'assistant';
  content: string;
  status: Exclude<TurnStatus, 'running'>;
  citations?: Citation[];
  tables?: ResultTable[];
  toolCalls?: ToolCallRecord[];
  model?: string;
  inputTokens?: number;
  outputTokens?: number;
  errorCode?: ErrorCode;
  followUps?: string[];
}

/** A message as its reader sees it, its error as the code alone. */
export type StoredMessage = Omit<MessageDto, 'errorCode' | 'errorMessage'> & { errorCode: ErrorCode | null };

/** A message as a model is told of it. */
export type PastMessage = Pick<ChatMessage, 'role' | 'content' | 'createdAt'>;

/** What was said, written once. */
export function createChatHistoryRepository(sequelize: Sequelize, { ChatMessage: Message }: Models) {
  return {
    /** Messages of a chat, oldest first, after `afterId`. */
    async list(
      conversationId: string,
      options: { afterId: number; limit: number },
    ): Promise<StoredMessage[]> {
      const rows = await sequelize.query<MessageRow>(
        `SELECT m.id, m.turn_id AS "turnId", t.parent_turn_id AS "parentTurnId", m.role, m.content AS text,
                m.citations, m.tables, m.status, m.created_at AS "createdAt", m.error_code AS "errorCode", m.model,
                m.follow_ups AS "followUps", f.rating, f.reason, f.comment
         FROM chat_history m JOIN turns t ON t.id = m.turn_id
         LEFT JOIN feedback f ON f.turn_id = t.id AND f.employee_id = t.employee_id AND m.role = 'assistant'
         WHERE m.conversation_id = $conversationId AND m.id > $afterId ORDER BY m.id LIMIT $limit`,
        { bind: { conversationId, ...options }, type: QueryTypes.SELECT },
      );
      return rows.map(toMessage);
    },
    /** Messages of the turns that a turn goes on from, oldest first: what a model is told of the past. */
    async before(turnId: string, options: { turns: number }): Promise<PastMessage[]> {
      return sequelize.query<PastMessage>(
        `WITH RECURSIVE line AS (
           SELECT before.id, before.parent_turn_id, 1 AS back
           FROM turns t JOIN turns before ON before.id = t.parent_turn_id WHERE t.id = $turnId
           UNION ALL
           SELECT before.id, before.parent_turn_id, back + 1
           FROM line JOIN turns before ON before.id = line.parent_turn_id WHERE back < $turns
         )
         SELECT m.role, m.content, m.created_at AS "createdAt" FROM line JOIN chat_history m ON m.turn_id = line.id
         ORDER BY back DESC, m.id`,
        { bind: { turnId, turns: options.turns }, type: QueryTypes.SELECT },
      );
    },
    /** Tools that an answer used, in the order of their calls. */
    async toolCalls(turnId: string): Promise<ToolCallRecord[]> {
      const answer = await Message.findOne({
        where: { turnId, role: 'assistant' },
        attributes: ['toolCalls'],
      });
      return answer?.toolCalls ?? [];
    },
    /** The tables of a turn's answer, as they were shown. */
    async tables(conversationId: string, turnId: string): Promise<ResultTable[]> {
      const where = { conversationId, turnId, role: 'assistant' };
      return (await Message.findOne({ where, attributes: ['tables'] }))?.tables ?? [];
    },
    async question(turnId: string): Promise<string | null> {
      return (
        (await Message.findOne({ where: { turnId, role: 'user' }, attributes: ['content'] }))?.content ?? null
      );
    },
  };
}

interface MessageRow
  extends Omit<StoredMessage, 'createdAt' | 'feedback'>, Record<keyof FeedbackDto, string | null> {
  createdAt: Date;
  rating: FeedbackDto['rating'] | null;
}

function toMessage({ rating, reason, comment, createdAt, ...message }: MessageRow): StoredMessage {
  return {
    ...message,
    createdAt: createdAt.toISOString(),
    feedback: rating && { rating, reason, comment },
  };
}
