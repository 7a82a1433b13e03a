import { Op } from 'sequelize';
import type { ErrorCode } from '../errors';
import type { ChatMessage, ToolCallRecord } from '../models/chatMessage';
import type { Models } from '../models/models';
import type { Citation, MessageDto, ResultTable, TurnStatus } from '../shared/chat';

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
}

/** What was said, written once. */
export function createChatHistoryRepository({ ChatMessage: Message }: Models) {
  return {
    /** Messages of a chat, oldest first, after `afterId`. */
    async list(conversationId: string, options: { afterId: number; limit: number }): Promise<MessageDto[]> {
      const rows = await Message.findAll({
        where: { conversationId, id: { [Op.gt]: options.afterId } },
        order: [['id', 'ASC']],
        limit: options.limit,
      });
      return rows.map(toDto);
    },
    /** The last messages of a chat before a turn, oldest first: what a model is told of the past. */
    async latest(conversationId: string, options: { exceptTurnId: string; limit: number }) {
      const rows = await Message.findAll({
        where: { conversationId, turnId: { [Op.ne]: options.exceptTurnId } },
        attributes: ['role', 'content', 'createdAt'],
        order: [['id', 'DESC']],
        limit: options.limit,
      });
      return rows.reverse().map(({ role, content, createdAt }) => ({ role, content, createdAt }));
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

function toDto(row: ChatMessage): MessageDto {
  const { id, turnId, role, content, citations, tables, status } = row;
  return {
    id,
    turnId,
    role,
    text: content,
    citations,
    tables,
    status,
    createdAt: row.createdAt.toISOString(),
  };
}
