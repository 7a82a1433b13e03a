import { QueryTypes, type Sequelize } from 'sequelize';
import type { AuditTurnDto } from '../shared/audit';
import { turnsFoundSql, type TurnPlaceInList, type TurnSearch } from './turnsFoundSql';

export type { TurnSearch } from './turnsFoundSql';

/** Turns as analysts look for them, newest first. */
export function createAuditTurnRepository(sequelize: Sequelize) {
  /** What the statement that finds turns has to know first; null: there can be none. */
  async function beforehand({ employeeNo, to }: TurnSearch, after: TurnPlaceInList | undefined) {
    const [known] = await sequelize.query<{ newest: Date | null; personId: number | null }>(
      `SELECT (SELECT id FROM employees WHERE employee_no = $employeeNo) AS "personId",
         (SELECT started_at FROM turn_facts
          WHERE started_at < coalesce($to::timestamptz, 'infinity') AND started_at <= coalesce($after::timestamptz, 'infinity')
          ORDER BY started_at DESC LIMIT 1) AS newest`,
      {
        bind: { employeeNo: employeeNo ?? null, to: to ?? null, after: after?.startedAt ?? null },
        type: QueryTypes.SELECT,
      },
    );
    const { newest, personId } = known!;
    if (!newest || (employeeNo !== undefined && personId === null)) return null;
    return { newest, personId: personId ?? undefined };
  }

  async function read(found: { sql: string; bind: unknown[] }): Promise<AuditTurnDto[]> {
    const rows = await sequelize.query<AuditTurnRow>(turnsWith(found.sql), {
      bind: found.bind,
      type: QueryTypes.SELECT,
    });
    return rows.map(toDto);
  }

  return {
    /** A page of the turns that a search finds: those behind `after`. */
    async list(
      search: TurnSearch,
      { after, limit }: { after?: TurnPlaceInList; limit: number },
    ): Promise<AuditTurnDto[]> {
      const known = await beforehand(search, after);
      return known ? read(turnsFoundSql({ search, ...known, after, limit })) : [];
    },
    /** How many turns a search finds. */
    async count(search: TurnSearch): Promise<number> {
      const known = await beforehand(search, undefined);
      if (!known) return 0;
      const found = turnsFoundSql({ search, ...known, after: undefined, limit: all });
      const [row] = await sequelize.query<{ count: number }>(
        `SELECT count(*)::integer AS count FROM (${found.sql}) AS found`,
        { bind: found.bind, type: QueryTypes.SELECT },
      );
      return row!.count;
    },
    async find(turnId: string): Promise<AuditTurnDto | null> {
      const sql = 'SELECT turn_id, started_at FROM turn_facts WHERE turn_id = $1';
      return (await read({ sql, bind: [turnId] }))[0] ?? null;
    },
  };
}

/** The most that a statement may be asked for. */
const all = 2_147_483_647;

type AuditTurnRow = Omit<
  AuditTurnDto,
  'employee' | 'costKrw' | 'feedback' | 'startedAt' | 'finishedAt' | 'conversationDeletedAt'
> & {
  employeeNo: string;
  employeeName: string;
  team: string | null;
  costKrw: string | null;
  feedback: 1 | -1 | null;
  startedAt: Date;
  finishedAt: Date | null;
  conversationDeletedAt: Date | null;
};

/** Codes with the names they have now. */
const named = (codes: string, table: string, name: string) => `CASE WHEN ${codes} = '{}' THEN '[]' ELSE (
    SELECT jsonb_agg(jsonb_build_object('code', given, 'name', coalesce(${name}, given)) ORDER BY place)
    FROM unnest(${codes}) WITH ORDINALITY AS codes (given, place) LEFT JOIN ${table} ON code = given
  ) END`;

/** Whole turns for a statement that finds them. */
const turnsWith = (found: string) => `
  WITH found AS MATERIALIZED (
    ${found}
  )
  SELECT f.turn_id AS "turnId", f.conversation_id AS "conversationId", e.employee_no AS "employeeNo",
         e.name AS "employeeName", f.team, question.content AS question, coalesce(answer.content, '') AS answer,
         f.status, f.model, f.input_tokens AS "inputTokens", f.output_tokens AS "outputTokens", f.cost_krw AS "costKrw",
         f.latency_ms AS "latencyMs", f.first_token_ms AS "firstTokenMs", f.tools, f.feedback, f.evidence,
         f.error_code AS "errorCode", f.flags, ${named('f.product_codes', 'products', 'brand')} AS products,
         ${named('f.customer_codes', 'customers', 'customers.name')} AS customers,
         coalesce(answer.citations, '[]') AS citations, coalesce(answer.tables, '[]') AS tables,
         f.started_at AS "startedAt", f.finished_at AS "finishedAt", c.deleted_at AS "conversationDeletedAt"
  FROM found
  JOIN turn_facts f ON f.turn_id = found.turn_id
  JOIN employees e ON e.id = f.employee_id
  JOIN conversations c ON c.id = f.conversation_id
  JOIN chat_history question ON question.turn_id = f.turn_id AND question.role = 'user'
  LEFT JOIN chat_history answer ON answer.turn_id = f.turn_id AND answer.role = 'assistant'
  ORDER BY found.started_at DESC, found.turn_id DESC`;

function toDto({
  employeeNo,
  employeeName,
  team,
  costKrw,
  feedback,
  startedAt,
  finishedAt,
  conversationDeletedAt,
  ...turn
}: AuditTurnRow): AuditTurnDto {
  return {
    ...turn,
    employee: { employeeNo, name: employeeName, team },
    costKrw: costKrw === null ? null : Number(costKrw),
    feedback: feedback === null ? null : feedback === 1 ? 'up' : 'down',
    startedAt: startedAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
    conversationDeletedAt: conversationDeletedAt?.toISOString() ?? null,
  };
}
