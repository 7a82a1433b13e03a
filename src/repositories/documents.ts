import { Op, QueryTypes, type Sequelize, type Transaction, type WhereOptions } from 'sequelize';
import type { ErrorCode } from '../errors';
import type { Document } from '../models/document';
import type { Models } from '../models/models';
import type { DocumentDto, DocumentStatus } from '../shared/documents';
import { isCurrent } from './documentStatements';
import { containing } from './likePattern';

/** A document as stored: what the API shows of it, with times and reasons as they are kept. */
export interface DocumentRecord extends Omit<
  DocumentDto,
  'reason' | 'waitingFor' | 'chunks' | 'createdAt' | 'updatedAt' | 'approvedAt' | 'supersededAt'
> {
  reasonCode: ErrorCode | null;
  lastError: ErrorCode | null;
  nextTryAt: Date | null;
  approvedAt: Date | null;
  /** When it was first fully in the index; null: never yet. */
  indexedAt: Date | null;
  supersededAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
}

export type NewDocument = Pick<
  DocumentRecord,
  | 'id'
  | 'seriesId'
  | 'version'
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
  | 'approvedAt'
  | 'approvedBy'
  | 'uploadedBy'
>;

/** What may be changed of a document without reading it again. */
export type DocumentChanges = Partial<
  Pick<
    DocumentRecord,
    'title' | 'docType' | 'audience' | 'productCodes' | 'validFrom' | 'validTo' | 'approvedAt' | 'approvedBy'
  >
>;

export interface DocumentListFilter {
  status?: DocumentStatus;
  docType?: string;
  /** Versions of one document only. */
  seriesId?: string;
  /** Documents about this product. */
  productCode?: string;
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
  const notDeleting = { status: { [Op.ne]: 'deleting' } } as const;

  return {
    /** @throws sequelize's UniqueConstraintError when the same content is there already. */
    async create(document: NewDocument, transaction: Transaction): Promise<void> {
      await DocumentModel.create(document, { transaction });
    },
    async findById(id: string, transaction?: Transaction): Promise<DocumentRecord | null> {
      const row = await DocumentModel.findByPk(id, { transaction });
      return row && toRecord(row);
    },
    /** Those of the documents named that are there. */
    async findByIds(ids: string[]): Promise<DocumentRecord[]> {
      return (await DocumentModel.findAll({ where: { id: ids } })).map(toRecord);
    },
    /** The document with this content that is not being deleted. */
    async findByContent(sha256: string): Promise<DocumentRecord | null> {
      const row = await DocumentModel.findOne({ where: { sha256, ...notDeleting } });
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
    /** Changes a document, unless it is being deleted. @returns whether it is there. */
    async change(id: string, changes: DocumentChanges, transaction: Transaction): Promise<boolean> {
      const [count] = await DocumentModel.update(changes, { where: { id, ...notDeleting }, transaction });
      return count > 0;
    },
    /** Lets a document that is done, or has failed, wait for another run. @returns whether it was either. */
    async requeue(id: string, transaction: Transaction): Promise<boolean> {
      const waiting = {
        status: 'queued' as const,
        progress: 0,
        reasonCode: null,
        lastError: null,
        nextTryAt: null,
        attempts: 0,
      };
      const [count] = await DocumentModel.update(waiting, {
        where: { id, status: ['indexed', 'failed'] },
        transaction,
      });
      return count > 0;
    },
    /** Ends the way of a document into the index; a run that has it loses it. @returns whether it was on its way. */
    async cancel(id: string, reasonCode: ErrorCode, transaction: Transaction): Promise<boolean> {
      const cancelled = {
        status: 'failed' as const,
        progress: 100,
        reasonCode,
        runId: null,
        leaseUntil: null,
      };
      const [count] = await DocumentModel.update(cancelled, {
        where: { id, status: ['queued', 'processing'] },
        transaction,
      });
      return count > 0;
    },
    async markDeleting(id: string, transaction: Transaction): Promise<boolean> {
      const going = { status: 'deleting' as const, runId: null, leaseUntil: null };
      const [count] = await DocumentModel.update(going, { where: { id }, transaction });
      return count > 0;
    },
    /** @returns false when another was faster. */
    async remove(id: string, transaction: Transaction): Promise<boolean> {
      return (await DocumentModel.destroy({ where: { id }, transaction })) > 0;
    },
    /** Until the transaction ends, nobody else begins or ends to need the original with this content. */
    async lockContent(sha256: string, transaction: Transaction): Promise<void> {
      await sequelize.query('SELECT pg_advisory_xact_lock(hashtextextended($sha256, 0))', {
        bind: { sha256 },
        type: QueryTypes.SELECT,
        transaction,
      });
    },
    /** How many documents and imports have this original. */
    async countContent(sha256: string, transaction?: Transaction): Promise<number> {
      const [row] = await sequelize.query<{ count: number }>(
        `SELECT ((SELECT count(*) FROM documents WHERE sha256 = $sha256)
               + (SELECT count(*) FROM import_batches WHERE sha256 = $sha256))::int AS count`,
        { bind: { sha256 }, type: QueryTypes.SELECT, transaction },
      );
      return row!.count;
    },
    /** Every document as the index, the file store and the jobs should know it. */
    async inventory(): Promise<InventoryRow[]> {
      return sequelize.query<InventoryRow>(
        `SELECT d.id, d.series_id AS "seriesId", d.sha256, d.status, d.indexed_at IS NOT NULL AS indexed,
                d.run_id IS NOT NULL AS held, ${isCurrent} AS current,
                (SELECT count(*)::int FROM document_chunks c WHERE c.document_id = d.id) AS chunks
         FROM documents d ORDER BY d.created_at, d.id`,
        { type: QueryTypes.SELECT },
      );
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
    const { status, docType, seriesId, productCode, q, after, readableBy } = filter;
    const all: WhereOptions<Document>[] = [{ status: status ?? { [Op.ne]: 'deleting' } }];
    if (docType) all.push({ docType });
    if (seriesId) all.push({ seriesId });
    if (productCode) all.push({ productCodes: { [Op.contains]: [productCode] } });
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
      all.push({ indexedAt: { [Op.ne]: null }, approvedAt: { [Op.ne]: null }, supersededAt: null });
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

/** A document as a check of all stores needs it. */
export interface InventoryRow {
  id: string;
  seriesId: string;
  sha256: string;
  status: DocumentStatus;
  indexed: boolean;
  held: boolean;
  current: boolean;
  chunks: number;
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
