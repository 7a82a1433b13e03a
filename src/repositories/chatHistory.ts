import { QueryTypes, type Sequelize } from 'sequelize';
import type { ErrorCode } from '../errors';
import type { ToolCallRecord } from '../models/chatMessage';
import type { Models } from '../models/models';
import type { Citation, FeedbackDto, MessageDto, TurnStatus } from '../shared/chat';
import type { ResultTable } from '../shared/resultTable';
import type { StoredSummary } from './turnSummaries';

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
  /** Not given: not known. */
  costKrw?: number;
  errorCode?: ErrorCode;
  followUps?: string[];
}

/** A message as its reader sees it, its error as the code alone. */
export type StoredMessage = Omit<MessageDto, 'errorCode' | 'errorMessage'> & { errorCode: ErrorCode | null };

/** What comes behind what, in SQL. */
const orders = {
  oldest: { behind: '>', direction: 'ASC' },
  newest: { behind: '<', direction: 'DESC' },
} as const;

/** Which message comes first. */
export type MessageOrder = keyof typeof orders;

/** Rows that are told of a table: enough to know what it was. */
const rowsTold = 3;

/** A turn that another one goes on from. */
export interface PastTurn {
  turnId: string;
  parentTurnId: string | null;
  status: TurnStatus;
  question: string;
  askedAt: Date;
  answer: string;
  citations: Citation[];
  toolCalls: ToolCallRecord[];
  tables: PastTable[];
  /** By which rights the person would ask now, and whether this was asked by the same. */
  rightsNow: string;
  isOfRightsNow: boolean;
  /** What was said up to and with this turn. */
  summary: StoredSummary | null;
}

/** A table in short: its first rows, and how many there were. */
export interface PastTable extends Pick<ResultTable, 'title' | 'scope' | 'rows'> {
  period: ResultTable['period'] | null;
  asOf: string | null;
  columns: string[];
  rowCount: number;
}

interface PastTurnsWanted {
  /** Begins with the turn itself. */
  including?: boolean;
  /** Turns whose summary is not to be used. */
  unusable?: string[];
  atLeast: number;
  atMost: number;
}

/** What was said, written once. */
export function createChatHistoryRepository(sequelize: Sequelize, { ChatMessage: Message }: Models) {
  return {
    /** Messages of a chat in an order, behind `behindId` in it. */
    async list(
      conversationId: string,
      { order, behindId, limit }: { order: MessageOrder; behindId?: number; limit: number },
    ): Promise<StoredMessage[]> {
      const { behind, direction } = orders[order];
      const rows = await sequelize.query<MessageRow>(
        `SELECT m.id, m.turn_id AS "turnId", before.id AS "parentTurnId", m.role, m.content AS text,
                m.citations, m.tables, m.status, m.created_at AS "createdAt", m.error_code AS "errorCode", m.model,
                m.follow_ups AS "followUps", f.rating, f.reason, f.comment
         FROM chat_history m JOIN turns t ON t.id = m.turn_id
         LEFT JOIN turns before ON before.id = t.parent_turn_id -- none also where its time was over
         LEFT JOIN feedback f ON f.turn_id = t.id AND f.employee_id = t.employee_id AND m.role = 'assistant'
         WHERE m.conversation_id = $conversationId AND ($behindId::bigint IS NULL OR m.id ${behind} $behindId)
         ORDER BY m.id ${direction} LIMIT $limit`,
        { bind: { conversationId, behindId: behindId ?? null, limit }, type: QueryTypes.SELECT },
      );
      return rows.map(toMessage);
    },
    /**
     * The turns that a turn goes on from, oldest first: as many as are needed to reach one that a summary stands at, and not
     * fewer than `atLeast`. Only turns of the person who asked; of tables only what is told of them.
     */
    async before(
      turnId: string,
      { including = false, unusable = [], atLeast, atMost }: PastTurnsWanted,
    ): Promise<PastTurn[]> {
      const hasSummary = `EXISTS (SELECT FROM turn_summaries s
        WHERE s.turn_id = before.id AND s.turn_id <> ALL ($unusable::uuid[]))`;
      const columns =
        'before.id, before.parent_turn_id, before.employee_id, before.status, before.asked_rights';
      return sequelize.query<PastTurn>(
        `WITH RECURSIVE line AS (
           SELECT ${columns}, 1 AS back, ${hasSummary} AS reached
           FROM turns t JOIN turns before
             ON before.id = CASE WHEN $including THEN t.id ELSE t.parent_turn_id END
             AND before.employee_id = t.employee_id
           WHERE t.id = $turnId
           UNION ALL
           SELECT ${columns}, back + 1, reached OR ${hasSummary}
           FROM line JOIN turns before
             ON before.id = line.parent_turn_id AND before.employee_id = line.employee_id
           WHERE back < $atMost AND (back < $atLeast OR NOT reached)
         ), today AS MATERIALIZED (
           SELECT app.rights_of(employee_id) AS rights FROM turns WHERE id = $turnId
         )
         SELECT line.id AS "turnId", line.parent_turn_id AS "parentTurnId", line.status, today.rights AS "rightsNow",
                coalesce(line.asked_rights = today.rights, false) AS "isOfRightsNow",
                asked.content AS question, asked.created_at AS "askedAt", coalesce(answer.content, '') AS answer,
                coalesce(answer.citations, '[]') AS citations, coalesce(answer.tool_calls, '[]') AS "toolCalls",
                coalesce(shown.tables, '[]') AS tables, to_jsonb(s) AS summary
         FROM line CROSS JOIN today
         JOIN chat_history asked ON asked.turn_id = line.id AND asked.role = 'user'
         LEFT JOIN chat_history answer ON answer.turn_id = line.id AND answer.role = 'assistant'
         LEFT JOIN LATERAL (
           SELECT jsonb_agg(jsonb_build_object('title', t -> 'title', 'scope', t -> 'scope', 'period', t -> 'period',
             'asOf', t -> 'asOf', 'columns', jsonb_path_query_array(t -> 'columns', '$[*].label'),
             'rows', jsonb_path_query_array(t -> 'rows', '$[0 to ${rowsTold - 1}]'),
             'rowCount', coalesce(t -> 'totalCount', to_jsonb(jsonb_array_length(t -> 'rows'))))) AS tables
           FROM jsonb_array_elements(answer.tables) AS t
         ) shown ON true
         LEFT JOIN LATERAL (
           SELECT turn_id AS "turnId", kind, text, tokens, turns, document_ids AS "documentIds", rights, model, prompt, failure
           FROM turn_summaries WHERE turn_id = line.id AND turn_id <> ALL ($unusable::uuid[])
         ) s ON true
         ORDER BY back DESC`,
        { bind: { turnId, including, unusable, atLeast, atMost }, type: QueryTypes.SELECT },
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
