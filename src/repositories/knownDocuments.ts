import { QueryTypes, type Sequelize } from 'sequelize';
import type { DocumentSince, KnownPassage } from '../shared/replay';
import { isCurrent } from './documentStatements';

type Asked = Pick<KnownPassage, 'documentId' | 'chunkId' | 'found'>;

/** What has become of the documents that passages were found in. */
export function createKnownDocumentRepository(sequelize: Sequelize) {
  return {
    /** @returns of each passage, in the same order. */
    async since(passages: Asked[]): Promise<Pick<KnownPassage, 'since' | 'current'>[]> {
      const asked = passages.map(({ documentId, chunkId, found }) => ({ documentId, chunkId, found }));
      const rows = await sequelize.query<SinceRow>(
        // The first version of a document gives the series its key, so it leads to the others after it was deleted.
        `SELECT known.id IS NOT NULL AS "isThere", chunk.text IS NOT DISTINCT FROM asked.found AS "isSame",
                asked."documentId" = newest.id AS "isCurrent",
                newest.id AS "documentId", newest.title, newest.version
         FROM ROWS FROM (jsonb_to_recordset($asked::jsonb) AS ("documentId" uuid, "chunkId" text, found text))
           WITH ORDINALITY AS asked ("documentId", "chunkId", found, place)
         LEFT JOIN documents known ON known.id = asked."documentId" AND known.status <> 'deleting'
         LEFT JOIN document_chunks chunk ON chunk.id = asked."chunkId"
         LEFT JOIN LATERAL (
           SELECT d.id, d.title, d.version FROM documents d
           WHERE d.series_id = coalesce(known.series_id, asked."documentId") AND d.status <> 'deleting' AND ${isCurrent}
           ORDER BY d.version DESC LIMIT 1
         ) newest ON true
         ORDER BY asked.place`,
        { bind: { asked: JSON.stringify(asked) }, type: QueryTypes.SELECT },
      );
      return rows.map(({ isThere, isSame, isCurrent: stands, documentId, title, version }) => ({
        since: becameOf({ isThere, isSame, isReplaced: documentId !== null && !stands }),
        current: documentId === null || stands ? null : { documentId, title: title!, version: version! },
      }));
    },
  };
}

interface SinceRow {
  isThere: boolean;
  isSame: boolean;
  isCurrent: boolean | null;
  /** Of the version that stands now; null: none does. */
  documentId: string | null;
  title: string | null;
  version: number | null;
}

function becameOf(now: { isThere: boolean; isSame: boolean; isReplaced: boolean }): DocumentSince {
  if (!now.isThere) return 'deleted';
  if (now.isReplaced) return 'replaced';
  return now.isSame ? 'same' : 'reread';
}
