import { QueryTypes, type Sequelize, type Transaction } from 'sequelize';
import type { Models } from '../models/models';
import type { Citation } from '../shared/chat';
import type { ResultTable } from '../shared/resultTable';
import type { CaseExpectation, CasePassage, EvaluationCaseDto } from '../shared/review';

export interface NewEvaluationCase {
  turnId: string;
  expects: CaseExpectation;
  question: string;
  askedBy: number;
  /** Korean calendar day. */
  askedOn: string;
  answer: string;
  passages: CasePassage[];
  tables: ResultTable[];
  comment: string | null;
  madeBy: number;
}

/** Questions with what is to be answered, taken from turns: `evaluation_cases`. */
export function createEvaluationCaseRepository(sequelize: Sequelize, { EvaluationCase }: Models) {
  return {
    /** @throws sequelize's UniqueConstraintError when the turn has one. @returns the key. */
    async create(row: NewEvaluationCase, transaction: Transaction): Promise<number> {
      return (await EvaluationCase.create(row, { transaction })).id;
    },
    /** The latest first, before `beforeId`. */
    async list({ beforeId, limit }: { beforeId?: number; limit: number }): Promise<EvaluationCaseDto[]> {
      const rows = await sequelize.query<CaseRow>(
        `${columns} WHERE $beforeId::integer IS NULL OR c.id < $beforeId ORDER BY c.id DESC LIMIT $limit`,
        { bind: { beforeId: beforeId ?? null, limit }, type: QueryTypes.SELECT },
      );
      return rows.map(toDto);
    },
    async find(id: number): Promise<EvaluationCaseDto | null> {
      const [row] = await sequelize.query<CaseRow>(`${columns} WHERE c.id = $id`, {
        bind: { id },
        type: QueryTypes.SELECT,
      });
      return row ? toDto(row) : null;
    },
    /** Key of the case of a turn; null: it has none. */
    async ofTurn(turnId: string): Promise<number | null> {
      return (await EvaluationCase.findOne({ where: { turnId }, attributes: ['id'] }))?.id ?? null;
    },
    /** @returns false when there is none. */
    async remove(id: number, transaction: Transaction): Promise<boolean> {
      return (await EvaluationCase.destroy({ where: { id }, transaction })) > 0;
    },
    /** Passages by the files they stand in; of a document that is gone by its title alone. */
    async passagesOf(citations: Citation[]): Promise<CasePassage[]> {
      const rows = await sequelize.query<CasePassage>(
        `SELECT coalesce(d.file_name, '') AS file, given ->> 'title' AS title, given ->> 'quote' AS quote
         FROM jsonb_array_elements($citations::jsonb) WITH ORDINALITY AS listed (given, place)
         LEFT JOIN documents d ON d.id = (given ->> 'documentId')::uuid ORDER BY place`,
        { bind: { citations: JSON.stringify(citations) }, type: QueryTypes.SELECT },
      );
      return rows;
    },
  };
}

export type EvaluationCaseRepository = ReturnType<typeof createEvaluationCaseRepository>;

type CaseRow = Omit<EvaluationCaseDto, 'askedBy' | 'madeBy' | 'createdAt'> & {
  askerNo: string;
  askerName: string;
  makerNo: string;
  makerName: string;
  createdAt: Date;
};

const columns = `
  SELECT c.id, c.turn_id AS "turnId", c.expects, c.question, c.asked_on::text AS "askedOn", c.answer, c.passages, c.tables,
         c.comment, c.created_at AS "createdAt", asker.employee_no AS "askerNo", asker.name AS "askerName",
         maker.employee_no AS "makerNo", maker.name AS "makerName"
  FROM evaluation_cases c
  JOIN employees asker ON asker.id = c.asked_by
  JOIN employees maker ON maker.id = c.made_by`;

function toDto({ askerNo, askerName, makerNo, makerName, createdAt, ...row }: CaseRow): EvaluationCaseDto {
  return {
    ...row,
    askedBy: { employeeNo: askerNo, name: askerName },
    madeBy: { employeeNo: makerNo, name: makerName },
    createdAt: createdAt.toISOString(),
  };
}
