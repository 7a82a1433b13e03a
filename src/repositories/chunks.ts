import { QueryTypes, type Sequelize, type Transaction } from 'sequelize';
import type { Models } from '../models/models';
import type { Audience } from '../shared/documents';

export interface ChunkRecord {
  id: string;
  documentId: string;
  ordinal: number;
  /** Key of the first chunk of the larger passage it is read with. */
  parentId: string;
  heading: string;
  text: string;
  /** SHA-256 of what was embedded. */
  textSha256: string;
  page: number | null;
  charStart: number;
  charEnd: number;
  embedding: number[] | null;
  embeddingModel: string | null;
}

/** A chunk with what the index keeps of its document. */
export interface ChunkWithDocument extends ChunkRecord {
  title: string;
  docType: string;
  audience: Audience;
  productCodes: string[];
  validFrom: string | null;
  validTo: string | null;
  version: number;
  current: boolean;
}

/** Rows of `document_chunks`. */
export function createChunkRepository(sequelize: Sequelize, { DocumentChunk: Chunk }: Models) {
  return {
    /** Makes these the document's chunks: the same again changes nothing. */
    async replace(documentId: string, chunks: ChunkRecord[], transaction: Transaction): Promise<void> {
      await Chunk.destroy({ where: { documentId }, transaction });
      await Chunk.bulkCreate(chunks, { transaction, validate: false });
    },
    /** In the document's order. */
    async ofDocument(documentId: string): Promise<ChunkRecord[]> {
      const rows = await Chunk.findAll({ where: { documentId }, order: [['ordinal', 'ASC']] });
      return rows.map((row) => row.get({ plain: true }) as ChunkRecord);
    },
    /** Vectors already made by this model, by the SHA-256 of the embedded text. */
    async knownEmbeddings(model: string, textSha256s: string[]): Promise<Map<string, number[]>> {
      const rows = await sequelize.query<{ hash: string; embedding: number[] }>(
        `SELECT DISTINCT ON (text_sha256) text_sha256 AS hash, embedding FROM document_chunks
         WHERE embedding_model = $model AND text_sha256 = ANY ($hashes) AND embedding IS NOT NULL`,
        { bind: { model, hashes: textSha256s }, type: QueryTypes.SELECT },
      );
      return new Map(rows.map((row) => [row.hash, row.embedding]));
    },
    /** Chunks of every indexed document after `afterId`, in the order of their keys: what the index is rebuilt from. */
    async indexable(afterId: string, limit: number): Promise<ChunkWithDocument[]> {
      return sequelize.query<ChunkWithDocument>(
        `SELECT c.id, c.document_id AS "documentId", c.ordinal, c.parent_id AS "parentId", c.heading, c.text, c.text_sha256 AS "textSha256",
                c.page, c.char_start AS "charStart", c.char_end AS "charEnd", c.embedding,
                c.embedding_model AS "embeddingModel", d.title, d.doc_type AS "docType", d.audience,
                d.product_codes AS "productCodes", d.valid_from AS "validFrom", d.valid_to AS "validTo", d.version,
                true AS current
         FROM document_chunks c JOIN documents d ON d.id = c.document_id
         WHERE d.status = 'indexed' AND c.id > $afterId
         ORDER BY c.id LIMIT $limit`,
        { bind: { afterId, limit }, type: QueryTypes.SELECT },
      );
    },
  };
}

export type ChunkRepository = ReturnType<typeof createChunkRepository>;
