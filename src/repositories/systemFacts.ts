import { QueryTypes, type Sequelize } from 'sequelize';
import type { DocumentStatus } from '../shared/documents';

/** What the database knows of how the installation does. */
export interface SystemFacts {
  /** Calls of models within the last quarter of an hour, and how many of them failed. */
  modelCalls: number;
  failedModelCalls: number;
  /** Documents that could not be read. */
  failedDocuments: number;
  databaseBytes: number;
}

export function createSystemFactRepository(sequelize: Sequelize) {
  return {
    async read(): Promise<SystemFacts> {
      const [row] = await sequelize.query<SystemFacts>(
        `SELECT calls.made AS "modelCalls", calls.failed AS "failedModelCalls",
           (SELECT count(*) FROM documents WHERE status = 'failed')::integer AS "failedDocuments",
           pg_database_size(current_database())::double precision AS "databaseBytes"
         FROM (SELECT count(*)::integer AS made, count(error)::integer AS failed FROM system_trace_logs
               WHERE kind = 'model' AND started_at > now() - interval '15 minutes') AS calls`,
        { type: QueryTypes.SELECT },
      );
      return row!;
    },
    /** How many documents there are of each status; of a status without any there is no row. */
    documentsByStatus(): Promise<{ status: DocumentStatus; count: number }[]> {
      return sequelize.query('SELECT status, count(*)::integer AS count FROM documents GROUP BY status', {
        type: QueryTypes.SELECT,
      });
    },
  };
}

export type SystemFactRepository = ReturnType<typeof createSystemFactRepository>;
