import { QueryTypes, type Sequelize, type Transaction } from 'sequelize';
import type { Audience } from '../shared/documents';
import { indexProperties, isSuperseded, successorId } from './documentStatements';

/** What the search index has to say of a document, by its row. */
export interface IndexState {
  id: string;
  /** It is in the index or on its way there; else its way ended before it came in. */
  expected: boolean;
  title: string;
  docType: string;
  audience: Audience;
  productCodes: string[];
  validFrom: string | null;
  validTo: string | null;
  version: number;
  current: boolean;
}

const stateColumns = `d.id, (d.indexed_at IS NOT NULL OR d.status <> 'failed') AS expected, ${indexProperties}`;

/** Versions of documents: which of a series is the one to cite. */
export function createDocumentVersionRepository(sequelize: Sequelize) {
  return {
    /** Lets no other transaction change which versions a series has, or which of them is cited. */
    async lock(seriesId: string, transaction: Transaction): Promise<void> {
      await sequelize.query('SELECT id FROM documents WHERE series_id = $seriesId ORDER BY id FOR UPDATE', {
        bind: { seriesId },
        type: QueryTypes.SELECT,
        transaction,
      });
    },
    async nextVersion(seriesId: string, transaction: Transaction): Promise<number> {
      const [row] = await sequelize.query<{ version: number }>(
        'SELECT max(version) + 1 AS version FROM documents WHERE series_id = $seriesId',
        { bind: { seriesId }, type: QueryTypes.SELECT, transaction },
      );
      return row!.version;
    },
    /**
     * Notes which versions of a locked series are superseded today, and by which, from what the rows say: the newest one
     * that is indexed, approved and valid by now stands, whatever happened before.
     */
    async settle(seriesId: string, transaction: Transaction): Promise<void> {
      const bind = { seriesId };
      await sequelize.query(
        `UPDATE documents d SET superseded_at = CASE WHEN ${isSuperseded} THEN now() END, updated_at = now()
         WHERE d.series_id = $seriesId AND (d.superseded_at IS NOT NULL) <> ${isSuperseded}`,
        { bind, transaction },
      );
      await sequelize.query(
        `DELETE FROM document_relations r USING documents d
         WHERE d.id = r.to_document_id AND d.series_id = $seriesId AND r.kind = 'supersedes'
           AND (d.superseded_at IS NULL OR r.from_document_id IS DISTINCT FROM ${successorId})`,
        { bind, transaction },
      );
      await sequelize.query(
        `INSERT INTO document_relations (from_document_id, to_document_id, kind)
         SELECT ${successorId}, d.id, 'supersedes' FROM documents d
         WHERE d.series_id = $seriesId AND d.superseded_at IS NOT NULL
         ON CONFLICT DO NOTHING`,
        { bind, transaction },
      );
    },
    /** Null when there is no such document, or it is being deleted. */
    async state(id: string): Promise<IndexState | null> {
      const [row] = await sequelize.query<IndexState>(
        `SELECT ${stateColumns} FROM documents d WHERE d.id = $id AND d.status <> 'deleting'`,
        { bind: { id }, type: QueryTypes.SELECT },
      );
      return row ?? null;
    },
    /** The versions of a series, those to be cited first: switched in this order, a moment has two rather than none. */
    async ofSeries(seriesId: string): Promise<string[]> {
      const rows = await sequelize.query<{ id: string; current: boolean; version: number }>(
        `SELECT ${stateColumns} FROM documents d WHERE d.series_id = $seriesId AND d.status <> 'deleting'
         ORDER BY current DESC, d.version DESC`,
        { bind: { seriesId }, type: QueryTypes.SELECT },
      );
      return rows.map(({ id }) => id);
    },
    /** Series in which a version has become, or is no longer, superseded by the date. */
    async unsettled(): Promise<string[]> {
      const rows = await sequelize.query<{ seriesId: string }>(
        `SELECT DISTINCT d.series_id AS "seriesId" FROM documents d
         WHERE d.status <> 'deleting' AND (d.superseded_at IS NOT NULL) <> ${isSuperseded}`,
        { type: QueryTypes.SELECT },
      );
      return rows.map(({ seriesId }) => seriesId);
    },
  };
}
