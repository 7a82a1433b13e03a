import { QueryTypes, type Sequelize } from 'sequelize';
import type { AuditTurnDto, TurnFilter } from '../shared/audit';
import { startOfKoreanDay } from '../shared/koreanTime';
import { containing } from './likePattern';

export interface AuditTurnFilter {
  turnId?: string;
  /** Part of the question or the answer. */
  q?: string;
  employeeNo?: string;
  from?: Date;
  to?: Date;
  status?: string;
  after?: { startedAt: string; id: string };
  limit: number;
}

/** Turns as analysts look for them, newest first. */
export function createAuditTurnRepository(sequelize: Sequelize) {
  return {
    async list(filter: AuditTurnFilter): Promise<AuditTurnDto[]> {
      const rows = await sequelize.query<AuditTurnRow>(select, {
        bind: toBind(filter),
        type: QueryTypes.SELECT,
      });
      return rows.map(toDto);
    },
    /** The turns of a filter that began before a moment, a page at a time. */
    async page(
      { from, to, ...filter }: TurnFilter,
      { before, after, limit }: { before: Date; after?: AuditTurnFilter['after']; limit: number },
    ): Promise<AuditTurnDto[]> {
      return this.list({ ...filter, ...bounds({ from, to }, before), after, limit });
    },
    /** How many there are. */
    async count({ from, to, ...filter }: TurnFilter, before: Date): Promise<number> {
      const [row] = await sequelize.query<{ count: number }>(`SELECT count(*) AS count ${found}`, {
        bind: toBind({ ...filter, ...bounds({ from, to }, before), limit: 0 }),
        type: QueryTypes.SELECT,
      });
      return row!.count;
    },
  };
}

type AuditTurnRow = Omit<AuditTurnDto, 'employee' | 'startedAt' | 'finishedAt' | 'conversationDeletedAt'> & {
  employeeNo: string;
  employeeName: string;
  team: string | null;
  startedAt: Date;
  finishedAt: Date | null;
  conversationDeletedAt: Date | null;
};

const found = `  FROM turns t
  JOIN employees e ON e.id = t.employee_id
  JOIN conversations c ON c.id = t.conversation_id
  JOIN chat_history question ON question.turn_id = t.id AND question.role = 'user'
  LEFT JOIN chat_history answer ON answer.turn_id = t.id AND answer.role = 'assistant'
  WHERE ($turnId::uuid IS NULL OR t.id = $turnId::uuid)
    AND ($pattern::text IS NULL OR question.content ILIKE $pattern OR answer.content ILIKE $pattern)
    AND ($employeeNo::text IS NULL OR e.employee_no = $employeeNo)
    AND ($from::timestamptz IS NULL OR t.started_at >= $from::timestamptz)
    AND ($to::timestamptz IS NULL OR t.started_at < $to::timestamptz)
    AND ($status::text IS NULL OR t.status = $status)
    AND ($afterStartedAt::timestamptz IS NULL
         OR (t.started_at, t.id) < ($afterStartedAt::timestamptz, $afterId::uuid))`;

const select = `
  SELECT t.id AS "turnId", t.conversation_id AS "conversationId", e.employee_no AS "employeeNo",
         e.name AS "employeeName", e.team, question.content AS question, coalesce(answer.content, '') AS answer,
         t.status, answer.model, coalesce(answer.input_tokens, 0) AS "inputTokens",
         coalesce(answer.output_tokens, 0) AS "outputTokens", coalesce(answer.citations, '[]') AS citations,
         coalesce(answer.tables, '[]') AS tables,
         t.started_at AS "startedAt", t.finished_at AS "finishedAt",
         c.deleted_at AS "conversationDeletedAt"
  ${found}
  ORDER BY t.started_at DESC, t.id DESC LIMIT $limit`;

function toBind(filter: AuditTurnFilter) {
  return {
    turnId: filter.turnId ?? null,
    pattern: filter.q ? containing(filter.q) : null,
    employeeNo: filter.employeeNo ?? null,
    from: filter.from ?? null,
    to: filter.to ?? null,
    status: filter.status ?? null,
    afterStartedAt: filter.after?.startedAt ?? null,
    afterId: filter.after?.id ?? null,
    limit: filter.limit,
  };
}

function toDto({
  employeeNo,
  employeeName,
  team,
  startedAt,
  finishedAt,
  conversationDeletedAt,
  ...turn
}: AuditTurnRow): AuditTurnDto {
  return {
    ...turn,
    employee: { employeeNo, name: employeeName, team },
    startedAt: startedAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
    conversationDeletedAt: conversationDeletedAt?.toISOString() ?? null,
  };
}

function bounds({ from, to }: Pick<TurnFilter, 'from' | 'to'>, before: Date) {
  const end = to ? endOf(to) : before;
  return { from: from ? startOf(from) : undefined, to: end < before ? end : before };
}

/** A day means its first moment in Korea. */
export function startOf(text: string): Date {
  return text.length === 10 ? startOfKoreanDay(text) : new Date(text);
}

/** A day counts whole: until the next day begins in Korea. */
export function endOf(text: string): Date {
  return text.length === 10 ? new Date(startOf(text).getTime() + 86_400_000) : new Date(text);
}
