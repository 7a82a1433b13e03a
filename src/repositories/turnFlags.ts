import { QueryTypes, type Sequelize, type Transaction } from 'sequelize';
import type { Models } from '../models/models';
import type {
  FlagCounts,
  FlagDecision,
  FlagDto,
  FlagKind,
  FlagReason,
  FlagStatus,
  PersonRef,
} from '../shared/review';

/** A flag to be raised: one a turn, kind and rule. */
export interface NewFlag {
  turnId: string;
  kind: FlagKind;
  ruleId: number | null;
  reason: FlagReason;
  /** Null: the program. */
  raisedBy: number | null;
  comment: string | null;
}

/** A flag that was raised now, and not before. */
export type RaisedFlag = NewFlag & { id: number };

/** What can be changed of a flag. */
export interface FlagValues {
  status: FlagStatus;
  assigneeId: number | null;
  decision: FlagDecision | null;
  comment: string | null;
}

/** A flag that is locked until the transaction is over. */
export interface LockedFlag extends FlagValues {
  id: number;
  turnId: string;
  version: number;
  assignee: PersonRef | null;
}

export interface FlagSelection {
  kind?: FlagKind;
  status?: FlagStatus;
  ruleId?: number;
  /** Number of a person; `none`: nobody. */
  assignee?: string;
  assigneeId?: number;
}

/** Turns that somebody should look at: `turn_flags`. */
export function createTurnFlagRepository(sequelize: Sequelize, { TurnFlag }: Models) {
  const select = async (where: string, bind: Record<string, unknown>) => {
    const rows = await sequelize.query<FlagRow>(`${columns} WHERE ${where}`, {
      bind,
      type: QueryTypes.SELECT,
    });
    return rows.map(toDto);
  };
  return {
    /** Raises those that are not there yet. @returns them, with their keys. */
    async raise(flags: NewFlag[], transaction: Transaction): Promise<RaisedFlag[]> {
      if (flags.length === 0) return [];
      return sequelize.query<RaisedFlag>(
        `INSERT INTO turn_flags (turn_id, kind, rule_id, reason, raised_by, comment)
         SELECT "turnId", kind, "ruleId", reason, "raisedBy", comment
         FROM jsonb_to_recordset($flags::jsonb)
           AS given ("turnId" uuid, kind text, "ruleId" integer, reason jsonb, "raisedBy" integer, comment text)
         ON CONFLICT ON CONSTRAINT turn_flags_once_key DO NOTHING
         RETURNING id, turn_id AS "turnId", kind, rule_id AS "ruleId", reason, raised_by AS "raisedBy", comment`,
        { bind: { flags: JSON.stringify(flags) }, type: QueryTypes.SELECT, transaction },
      );
    },
    /** The latest first, before `beforeId`. */
    async list(
      selection: FlagSelection,
      { beforeId, limit }: { beforeId?: number; limit: number },
    ): Promise<FlagDto[]> {
      return select(
        `${selected} AND ($status::text IS NULL OR f.status = $status) AND ($beforeId::integer IS NULL OR f.id < $beforeId)
         ORDER BY f.id DESC LIMIT $limit`,
        { ...toBind(selection), status: selection.status ?? null, beforeId: beforeId ?? null, limit },
      );
    },
    /** How many there are of each status. */
    async count(selection: Omit<FlagSelection, 'status'>): Promise<FlagCounts> {
      const rows = await sequelize.query<{ status: FlagStatus; count: number }>(
        `SELECT f.status, count(*)::integer AS count FROM turn_flags f WHERE ${selected} GROUP BY f.status`,
        { bind: toBind(selection), type: QueryTypes.SELECT },
      );
      return {
        ...{ open: 0, in_review: 0, decided: 0 },
        ...Object.fromEntries(rows.map(({ status, count }) => [status, count])),
      };
    },
    /** Those of a turn, the first raised first. */
    async ofTurn(turnId: string): Promise<FlagDto[]> {
      return select('f.turn_id = $turnId ORDER BY f.id', { turnId });
    },
    /** Why a turn is flagged, each kind once. */
    async kindsOf(turnId: string, transaction: Transaction): Promise<FlagKind[]> {
      const rows = await TurnFlag.findAll({ where: { turnId }, attributes: ['kind'], transaction });
      return [...new Set(rows.map(({ kind }) => kind))];
    },
    async find(id: number): Promise<FlagDto | null> {
      return (await select('f.id = $id', { id }))[0] ?? null;
    },
    /** Keeps others from changing flags until the transaction is over; in the order of their keys, so that nobody waits in a ring. */
    async lock(ids: number[], transaction: Transaction): Promise<LockedFlag[]> {
      const rows = await sequelize.query<Omit<LockedFlag, 'assignee'> & AssigneeColumns>(
        `SELECT f.id, f.turn_id AS "turnId", f.version, f.status, f.assignee_id AS "assigneeId", f.decision, f.comment,
                assignee.employee_no AS "assigneeNo", assignee.name AS "assigneeName"
         FROM turn_flags f LEFT JOIN employees assignee ON assignee.id = f.assignee_id
         WHERE f.id = ANY ($ids::integer[]) ORDER BY f.id FOR UPDATE OF f`,
        { bind: { ids }, type: QueryTypes.SELECT, transaction },
      );
      return rows.map(({ assigneeNo, assigneeName, ...flag }) => ({
        ...flag,
        assignee: toPerson(assigneeNo, assigneeName),
      }));
    },
    async change(id: number, values: FlagValues, transaction: Transaction): Promise<void> {
      const version = sequelize.literal('version + 1');
      await TurnFlag.update({ ...values, version, updatedAt: new Date() }, { where: { id }, transaction });
    },
  };
}

/** A person of a row that may have none. */
export function toPerson(employeeNo: string | null, name: string | null): PersonRef | null {
  return employeeNo === null ? null : { employeeNo, name: name ?? '' };
}

interface AssigneeColumns {
  assigneeNo: string | null;
  assigneeName: string | null;
}

interface FlagRow
  extends
    Omit<FlagDto, 'rule' | 'assignee' | 'raisedBy' | 'askedBy' | 'raisedAt' | 'updatedAt' | 'askedAt'>,
    AssigneeColumns {
  ruleId: number | null;
  ruleName: string | null;
  raiserNo: string | null;
  raiserName: string | null;
  askerNo: string;
  askerName: string;
  raisedAt: Date;
  updatedAt: Date;
  askedAt: Date;
}

const columns = `
  SELECT f.id, f.turn_id AS "turnId", f.kind, f.rule_id AS "ruleId", rule.name AS "ruleName", f.reason, f.status,
         f.decision, f.comment, f.version, f.raised_at AS "raisedAt", f.updated_at AS "updatedAt",
         assignee.employee_no AS "assigneeNo", assignee.name AS "assigneeName",
         raiser.employee_no AS "raiserNo", raiser.name AS "raiserName",
         asker.employee_no AS "askerNo", asker.name AS "askerName", t.started_at AS "askedAt",
         question.content AS question
  FROM turn_flags f
  JOIN turns t ON t.id = f.turn_id
  JOIN employees asker ON asker.id = t.employee_id
  JOIN chat_history question ON question.turn_id = t.id AND question.role = 'user'
  LEFT JOIN flag_rules rule ON rule.id = f.rule_id
  LEFT JOIN employees assignee ON assignee.id = f.assignee_id
  LEFT JOIN employees raiser ON raiser.id = f.raised_by`;

const selected = `($kind::text IS NULL OR f.kind = $kind) AND ($ruleId::integer IS NULL OR f.rule_id = $ruleId)
  AND ($assigneeId::integer IS NULL OR f.assignee_id = $assigneeId)
  AND ($assignee::text IS NULL OR CASE WHEN $assignee = 'none' THEN f.assignee_id IS NULL
       ELSE f.assignee_id = (SELECT id FROM employees WHERE employee_no = $assignee) END)`;

function toBind({ kind, ruleId, assignee, assigneeId }: Omit<FlagSelection, 'status'>) {
  return {
    kind: kind ?? null,
    ruleId: ruleId ?? null,
    assignee: assignee ?? null,
    assigneeId: assigneeId ?? null,
  };
}

function toDto(row: FlagRow): FlagDto {
  const { ruleId, ruleName, assigneeNo, assigneeName, raiserNo, raiserName, askerNo, askerName, ...flag } =
    row;
  return {
    ...flag,
    rule: ruleId === null ? null : { id: ruleId, name: ruleName ?? '' },
    assignee: toPerson(assigneeNo, assigneeName),
    raisedBy: toPerson(raiserNo, raiserName),
    askedBy: { employeeNo: askerNo, name: askerName },
    raisedAt: flag.raisedAt.toISOString(),
    updatedAt: flag.updatedAt.toISOString(),
    askedAt: flag.askedAt.toISOString(),
  };
}
