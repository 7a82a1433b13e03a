import { QueryTypes, type Sequelize } from 'sequelize';
import type { ChunkWithDocument } from './chunks';
import { indexProperties } from './documentStatements';

/** A document that belongs into the index. */
export interface IndexableDocument {
  id: string;
  /** Changes with everything the index keeps of the document, its passages included. */
  revision: string;
}

/**
 * What came in, or is on its way and has its passages: the run that brings it writes them at the same time. Whether it may be
 * cited is a property the index filters by.
 */
const belongs = `d.status <> 'deleting' AND (d.indexed_at IS NOT NULL OR d.status <> 'failed')
  AND EXISTS (SELECT FROM document_chunks c WHERE c.document_id = d.id)`;

/** `xmin` is new after every change of the row, and no change of the passages leaves the row alone. */
const revision = `d.xmin::text || md5(to_jsonb(properties)::text)`;
const withRevision = `SELECT d.id, ${revision} AS revision
  FROM documents d, LATERAL (SELECT ${indexProperties}) AS properties WHERE ${belongs}`;

/** What the search index has to hold, as the database has it. */
export function createIndexContentRepository(sequelize: Sequelize) {
  return {
    /** Documents after `afterId`, in the order of their keys. */
    async documentsAfter(afterId: string | null, limit: number): Promise<IndexableDocument[]> {
      return sequelize.query<IndexableDocument>(
        `${withRevision} AND ($afterId::uuid IS NULL OR d.id > $afterId::uuid) ORDER BY d.id LIMIT $limit`,
        { bind: { afterId, limit }, type: QueryTypes.SELECT },
      );
    },
    /** The revision of each of these that still belongs into the index. */
    async revisions(ids: string[]): Promise<Map<string, string>> {
      const rows = await sequelize.query<IndexableDocument>(`${withRevision} AND d.id = ANY ($ids::uuid[])`, {
        bind: { ids },
        type: QueryTypes.SELECT,
      });
      return new Map(rows.map(({ id, revision }) => [id, revision]));
    },
    /** The passages of a document as the index has to hold them, with their vectors of this model; none when it has to go. */
    async chunksOf(documentId: string, model: string | null): Promise<ChunkWithDocument[]> {
      return sequelize.query<ChunkWithDocument>(
        `SELECT c.id, c.document_id AS "documentId", c.ordinal, c.parent_id AS "parentId", c.heading, c.text,
                c.text_sha256 AS "textSha256", c.page, c.char_start AS "charStart", c.char_end AS "charEnd",
                e.embedding, e.model AS "embeddingModel", ${indexProperties}
         FROM document_chunks c JOIN documents d ON d.id = c.document_id
         LEFT JOIN passage_embeddings e ON e.text_sha256 = c.text_sha256 AND e.model = $model
         WHERE d.id = $documentId AND ${belongs} ORDER BY c.ordinal`,
        { bind: { documentId, model }, type: QueryTypes.SELECT },
      );
    },
    /** Number of passages of every document that belongs into the index. */
    async counts(): Promise<Map<string, number>> {
      const rows = await sequelize.query<{ id: string; count: number }>(
        `SELECT d.id, (SELECT count(*) FROM document_chunks c WHERE c.document_id = d.id)::int AS count
         FROM documents d WHERE ${belongs}`,
        { type: QueryTypes.SELECT },
      );
      return new Map(rows.map(({ id, count }) => [id, count]));
    },
  };
}
