import { Op, QueryTypes, type Sequelize, type Transaction, type WhereOptions } from 'sequelize';
import type { ErrorCode } from '../errors';
import type { Document } from '../models/document';
import type { Models } from '../models/models';
import type { DocumentDto, DocumentStatus } from '../shared/documents';
import { containing } from './likePattern';

/** A document as stored: what the API shows of it, with times and the reason of a failure as they are kept. */
export interface DocumentRecord extends Omit<DocumentDto, 'reason' | 'chunks' | 'createdAt' | 'updatedAt'> {
  reasonCode: ErrorCode | null;
  approvedAt: Date | null;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

export type NewDocument = Pick<
  DocumentRecord,
  | 'id'
  | 'title'
  | 'docType'
  | 'fileName'
  | 'mediaType'
  | 'size'
  | 'sha256'
  | 'audience'
  | 'productCodes'
  | 'validFrom'
  | 'validTo'
  | 'uploadedBy'
>;

export type DocumentProgress = Partial<
  Pick<DocumentRecord, 'status' | 'progress' | 'reasonCode' | 'pages' | 'pagesWithoutText' | 'mediaType'>
>;

export interface DocumentListFilter {
  status?: DocumentStatus;
  docType?: string;
  /** Part of the title or the file name. */
  q?: string;
  /** Lists what stands after this one, newest first. */
  after?: { createdAt: Date; id: string };
  limit: number;
  /** The reader's principals and today: leaves out what that reader may not see. Without it all are listed. */
  readableBy?: { principals: string[]; today: string };
}

/** Rows of `documents`. */
export function createDocumentRepository(sequelize: Sequelize, { Document: DocumentModel }: Models) {
  return {
    /** @throws sequelize's UniqueConstraintError when the same content is there already. */
    async create(document: NewDocument, transaction: Transaction): Promise<void> {
      await DocumentModel.create(
        { ...document, approvedAt: new Date(), approvedBy: document.uploadedBy },
        { transaction },
      );
    },
    async findById(id: string): Promise<DocumentRecord | null> {
      const row = await DocumentModel.findByPk(id);
      return row && toRecord(row);
    },
    /** The document with this content that is not being deleted. */
    async findByContent(sha256: string): Promise<DocumentRecord | null> {
      const row = await DocumentModel.findOne({ where: { sha256, status: { [Op.ne]: 'deleting' } } });
      return row && toRecord(row);
    },
    /** Newest first. */
    async list(filter: DocumentListFilter): Promise<DocumentRecord[]> {
      const rows = await DocumentModel.findAll({
        where: { [Op.and]: conditions(filter) },
        order: [
          ['createdAt', 'DESC'],
          ['id', 'ASC'],
        ],
        limit: filter.limit,
      });
      return rows.map(toRecord);
    },
    /**
     * Notes how far a document has come, unless it is being deleted meanwhile.
     * @returns false when it is gone or going.
     */
    async update(id: string, changes: DocumentProgress, transaction?: Transaction): Promise<boolean> {
      const [count] = await DocumentModel.update(changes, {
        where: { id, status: { [Op.ne]: 'deleting' } },
        transaction,
      });
      return count > 0;
    },
    async markDeleting(id: string, transaction: Transaction): Promise<boolean> {
      const [count] = await DocumentModel.update({ status: 'deleting' }, { where: { id }, transaction });
      return count > 0;
    },
    async remove(id: string): Promise<void> {
      await DocumentModel.destroy({ where: { id } });
    },
    /** How many documents have this original. */
    async countContent(sha256: string): Promise<number> {
      return DocumentModel.count({ where: { sha256 } });
    },
    /** Number of chunks of each document named. */
    async chunkCounts(ids: string[]): Promise<Map<string, number>> {
      const rows = await sequelize.query<{ id: string; count: number }>(
        `SELECT document_id AS id, count(*)::int AS count FROM document_chunks
         WHERE document_id = ANY ($ids::uuid[]) GROUP BY document_id`,
        { bind: { ids }, type: QueryTypes.SELECT },
      );
      return new Map(rows.map((row) => [row.id, row.count]));
    },
  };

  function conditions(filter: DocumentListFilter): WhereOptions<Document>[] {
    const { literal, escape } = {
      literal: sequelize.literal.bind(sequelize),
      escape: sequelize.escape.bind(sequelize),
    };
    const { status, docType, q, after, readableBy } = filter;
    const all: WhereOptions<Document>[] = [{ status: status ?? { [Op.ne]: 'deleting' } }];
    if (docType) all.push({ docType });
    if (q) {
      const pattern = containing(q);
      all.push({ [Op.or]: [{ title: { [Op.iLike]: pattern } }, { fileName: { [Op.iLike]: pattern } }] });
    }
    if (after) {
      all.push({
        [Op.or]: [
          { createdAt: { [Op.lt]: after.createdAt } },
          { createdAt: after.createdAt, id: { [Op.gt]: after.id } },
        ],
      });
    }
    if (readableBy) {
      all.push({ status: 'indexed' });
      all.push(validOn(readableBy.today));
      all.push(
        literal(
          `audience_principals(audience) && ARRAY[${readableBy.principals.map((p) => escape(p)).join(', ')}]`,
        ),
      );
    }
    return all;
  }
}

function validOn(day: string): WhereOptions<Document> {
  return {
    validFrom: { [Op.or]: [null, { [Op.lte]: day }] },
    validTo: { [Op.or]: [null, { [Op.gte]: day }] },
  };
}

function toRecord(row: Document): DocumentRecord {
  return row.get({ plain: true }) as DocumentRecord;
}
