import { QueryTypes, type Sequelize } from 'sequelize';

/** A question of the chat for which documents were searched and whose answer stands on nothing. */
export interface UnansweredQuestion {
  turnId: string;
  employeeNo: string;
  employeeName: string;
  /** As the person asked it. */
  question: string;
  /** What the documents were searched for: the question as it stands without its conversation. */
  searchedFor: string;
  /** Title of the best passage that was found, though not enough; null: no passage at all. */
  nearestTitle: string | null;
  askedAt: Date;
}

/** Which questions are looked for: asked from `from` until before `to`. */
interface AskedFor {
  from?: Date;
  to?: Date;
  /** Of people who are in it now. */
  team?: string;
  employeeNo?: string;
  /** Model that answered. */
  model?: string;
  limit: number;
}

/** Questions that the documents do not answer, read from the turns and their traces. */
export function createContentGapRepository(sequelize: Sequelize) {
  return {
    /**
     * Turns that searched documents and were answered without a citation and without figures, newest first. Whether the
     * evidence was too weak or the model saw that the passages do not say it, nothing was cited: one rule for both. An
     * answer that was asked for again counts by its last try only.
     */
    async unanswered({ from, to, team, employeeNo, model, limit }: AskedFor): Promise<UnansweredQuestion[]> {
      return sequelize.query<UnansweredQuestion>(select, {
        bind: {
          ...{ from: from ?? null, to: to ?? null, limit },
          ...{ team: team ?? null, employeeNo: employeeNo ?? null, model: model ?? null },
        },
        type: QueryTypes.SELECT,
      });
    },
  };
}

const select = `
  SELECT t.id AS "turnId", e.employee_no AS "employeeNo", e.name AS "employeeName", question.content AS question,
         search.query AS "searchedFor", search.title AS "nearestTitle", t.started_at AS "askedAt"
  FROM turns t
  JOIN employees e ON e.id = t.employee_id
  JOIN chat_history question ON question.turn_id = t.id AND question.role = 'user'
  JOIN chat_history answer ON answer.turn_id = t.id AND answer.role = 'assistant'
  CROSS JOIN LATERAL (
    SELECT s.input ->> 'query' AS query, s.output #>> '{artifact,passages,0,title}' AS title
    FROM system_trace_logs s
    WHERE s.turn_id = t.id AND s.kind = 'tool' AND s.output #>> '{artifact,kind}' = 'passages'
    ORDER BY s.output #> '{artifact,passages,0}' IS NULL, s.started_at
    LIMIT 1
  ) search
  WHERE t.status = 'completed' AND answer.citations = '[]' AND answer.tables = '[]'
    AND ($from::timestamptz IS NULL OR t.started_at >= $from::timestamptz)
    AND ($to::timestamptz IS NULL OR t.started_at < $to::timestamptz)
    AND ($team::text IS NULL OR e.team = $team) AND ($employeeNo::text IS NULL OR e.employee_no = $employeeNo)
    AND ($model::text IS NULL OR answer.model = $model)
    AND NOT EXISTS (SELECT FROM turns again WHERE again.regenerates_turn_id = t.id)
  ORDER BY t.started_at DESC, t.id
  LIMIT $limit`;
