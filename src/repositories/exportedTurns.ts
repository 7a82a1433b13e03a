import { QueryTypes, type Sequelize } from 'sequelize';

/** What a person thinks of an answer, in words. */
export interface Opinion {
  reason: string | null;
  comment: string | null;
}

/** What an export says of turns beyond what the list of turns does, a page at a time. */
export function createExportedTurnRepository(sequelize: Sequelize) {
  return {
    /** What those who asked say of the answers, by turn. */
    async opinions(turnIds: string[]): Promise<Map<string, Opinion>> {
      const rows = await sequelize.query<Opinion & { turnId: string }>(
        `SELECT f.turn_id AS "turnId", f.reason, f.comment FROM feedback f
         JOIN turns t ON t.id = f.turn_id AND t.employee_id = f.employee_id
         WHERE f.turn_id = ANY($turnIds::uuid[])`,
        { bind: { turnIds }, type: QueryTypes.SELECT },
      );
      return new Map(rows.map(({ turnId, ...opinion }) => [turnId, opinion]));
    },
  };
}
