import { Op, type Transaction } from 'sequelize';
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
  /** Kept apart from the row, by text and model. */
  embedding: number[] | null;
  embeddingModel: string | null;
}

/** A row of `document_chunks`. */
export type StoredChunk = Omit<ChunkRecord, 'embedding' | 'embeddingModel'>;

const replacedColumns: (keyof StoredChunk | 'createdAt')[] = [
  'parentId',
  'heading',
  'text',
  'textSha256',
  'page',
  'charStart',
  'charEnd',
  'createdAt',
];

/** What of a chunk is read. */
export type ChunkText = Pick<ChunkRecord, 'id' | 'parentId' | 'page' | 'text' | 'charStart' | 'charEnd'>;

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
export function createChunkRepository({ DocumentChunk: Chunk }: Models) {
  return {
    /** Makes these the document's chunks: the same again changes nothing. */
    async replace(documentId: string, chunks: ChunkRecord[], transaction: Transaction): Promise<void> {
      // A row that stays keeps the vectors of its text alive, of every model.
      await Chunk.bulkCreate(chunks, { updateOnDuplicate: replacedColumns, transaction, validate: false });
      await Chunk.destroy({ where: { documentId, ordinal: { [Op.gte]: chunks.length } }, transaction });
    },
    /** In the document's order. */
    async ofDocument(documentId: string): Promise<StoredChunk[]> {
      const rows = await Chunk.findAll({ where: { documentId }, order: [['ordinal', 'ASC']] });
      return rows.map((row) => row.get({ plain: true }) as StoredChunk);
    },
    /** The headings of a document's sections in their order, from the one behind that of a chunk on and around to it. */
    async headings(documentId: string, behindChunkId: string): Promise<string[]> {
      const rows = await Chunk.findAll({
        attributes: ['id', 'heading'],
        where: { documentId },
        order: [['ordinal', 'ASC']],
      });
      const place = rows.findIndex(({ id }) => id === behindChunkId);
      const quoted = rows[place]?.heading;
      const around = [...rows.slice(place + 1), ...rows.slice(0, place + 1)].map(({ heading }) => heading);
      return [...new Set(around)].filter((heading) => heading !== '' && heading !== quoted);
    },
    /** The chunks of each larger passage named, in the document's order. */
    async ofParents(parentIds: string[]): Promise<Map<string, ChunkText[]>> {
      const rows = await Chunk.findAll({
        attributes: ['id', 'parentId', 'page', 'text', 'charStart', 'charEnd'],
        where: { parentId: parentIds },
        order: [['ordinal', 'ASC']],
      });
      const groups = new Map<string, ChunkText[]>();
      for (const row of rows) {
        const chunk = row.get({ plain: true }) as ChunkText;
        groups.set(chunk.parentId, [...(groups.get(chunk.parentId) ?? []), chunk]);
      }
      return groups;
    },
  };
}

export type ChunkRepository = ReturnType<typeof createChunkRepository>;
