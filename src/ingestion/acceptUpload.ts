import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { UniqueConstraintError, type Transaction } from 'sequelize';
import { AppError } from '../errors';
import type { DocumentRecord } from '../repositories/documents';
import type { Repositories } from '../repositories/repositories';
import type { UploadFields } from '../shared/documents';
import type { IngestionDependencies } from './dependencies';
import { contentHash, safeFileName } from './uploadedFile';

export interface Upload {
  /** Local file; the caller removes it. */
  path: string;
  /** As the sender named it, decoded. */
  fileName: string;
  /** As the sender declared it; the parser decides what it really is. */
  mediaType: string;
  fields: UploadFields;
  /** Who uploads; null: the samples at start. */
  uploadedBy: number | null;
}

/**
 * Takes a document in: the original is stored first (the same content is one object), then its row, its job and its record are
 * written in one transaction. What is answered here is not lost; what cannot be recorded is not even stored.
 * @throws AppError `file_empty`, `document_already_exists` (with `documentId`), `file_store_unavailable`, `not_found` when
 *   what it replaces is not there.
 */
export async function acceptUpload(
  upload: Upload,
  dependencies: IngestionDependencies,
): Promise<{ id: string; status: 'queued' }> {
  const { objectStore, audit } = dependencies;
  const { size } = await stat(upload.path);
  if (size === 0) throw new AppError('file_empty');
  const sha256 = await contentHash(upload.path);
  await refuseKnownContent(sha256, dependencies);
  await audit.record({
    name: 'document.upload-begun',
    employeeId: upload.uploadedBy ?? undefined,
    input: { fileName: safeFileName(upload.fileName), size, sha256 },
  });
  const original = { size, mediaType: upload.mediaType };
  await objectStore.putFile(sha256, upload.path, original);
  const id = await storeRow(upload, { size, sha256 }, dependencies);
  // A deletion of the same content may have taken the file before it saw this row; from now on none can.
  if (!(await objectStore.exists(sha256))) await objectStore.putFile(sha256, upload.path, original);
  return { id, status: 'queued' };
}

async function storeRow(
  upload: Upload,
  content: { size: number; sha256: string },
  dependencies: IngestionDependencies,
): Promise<string> {
  const { database, repositories, jobs, audit } = dependencies;
  const id = randomUUID();
  try {
    await database.sequelize.transaction(async (transaction) => {
      await repositories.documents.lockContent(content.sha256, transaction);
      const series = await placeInSeries(id, upload.fields.replaces, repositories, transaction);
      const document = {
        id,
        ...content,
        mediaType: upload.mediaType,
        uploadedBy: upload.uploadedBy,
        ...describe(upload, series.previous),
        ...approvalOf(upload, dependencies.approval),
        seriesId: series.seriesId,
        version: series.version,
      };
      await repositories.documents.create(document, transaction);
      await jobs.add('documents.ingest', { documentId: id }, transaction);
      await audit.record(
        { name: 'document.upload', employeeId: upload.uploadedBy ?? undefined, input: document },
        transaction,
      );
    });
  } catch (error) {
    if (error instanceof UniqueConstraintError) await refuseKnownContent(content.sha256, dependencies);
    throw error;
  }
  return id;
}

/** A document of its own begins a series; a new version is the last of the series it continues. */
async function placeInSeries(
  id: string,
  replaces: string | undefined,
  { documents, documentVersions }: Repositories,
  transaction: Transaction,
): Promise<{ seriesId: string; version: number; previous: DocumentRecord | null }> {
  if (!replaces) return { seriesId: id, version: 1, previous: null };
  const previous = await documents.findById(replaces, transaction);
  if (!previous || previous.status === 'deleting') throw new AppError('not_found');
  const { seriesId } = previous;
  await documentVersions.lock(seriesId, transaction);
  return { seriesId, version: await documentVersions.nextVersion(seriesId, transaction), previous };
}

/** What is said of it: as given, else as the version before had it, so that no new version opens what was closed. */
function describe({ fileName, fields }: Upload, previous: DocumentRecord | null) {
  const name = safeFileName(fileName);
  return {
    fileName: name,
    title: fields.title ?? previous?.title ?? name,
    docType: fields.docType ?? previous?.docType ?? 'reference',
    audience: fields.audience ?? previous?.audience ?? {},
    productCodes: fields.productCodes ?? previous?.productCodes ?? [],
    validFrom: fields.validFrom ?? null,
    validTo: fields.validTo ?? null,
  };
}

/** The samples come with the program: there is nobody to ask. */
function approvalOf({ uploadedBy }: Upload, approval: IngestionDependencies['approval']) {
  if (approval === 'second-person' && uploadedBy !== null) return { approvedAt: null, approvedBy: null };
  return { approvedAt: new Date(), approvedBy: uploadedBy };
}

async function refuseKnownContent(sha256: string, { repositories }: IngestionDependencies): Promise<void> {
  const known = await repositories.documents.findByContent(sha256);
  if (known) throw new AppError('document_already_exists', { extra: { documentId: known.id } });
}
