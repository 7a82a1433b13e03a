import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { UniqueConstraintError } from 'sequelize';
import { AppError } from '../errors';
import type { UploadFields } from '../shared/documents';
import type { IngestionDependencies } from './dependencies';

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
 * Takes a document in: the original is stored first (the same content is one object), then its row and its job are
 * written in one transaction. What is answered here is not lost.
 * @throws AppError `file_empty`, `document_already_exists` (with `documentId`), `file_store_unavailable`
 */
export async function acceptUpload(
  upload: Upload,
  dependencies: IngestionDependencies,
): Promise<{ id: string; status: 'queued' }> {
  const { database, repositories, jobs, objectStore, audit } = dependencies;
  const { size } = await stat(upload.path);
  if (size === 0) throw new AppError('file_empty');
  const sha256 = await contentHash(upload.path);
  await refuseKnownContent(sha256, dependencies);
  await objectStore.putFile(sha256, upload.path, { size, mediaType: upload.mediaType });

  const id = randomUUID();
  const { fileName, mediaType, fields, uploadedBy } = upload;
  const document = {
    id,
    fileName: safeFileName(fileName),
    mediaType,
    size,
    sha256,
    title: fields.title ?? safeFileName(fileName),
    docType: fields.docType,
    audience: fields.audience ?? {},
    productCodes: fields.productCodes ?? [],
    validFrom: fields.validFrom ?? null,
    validTo: fields.validTo ?? null,
    uploadedBy,
  };
  try {
    await database.sequelize.transaction(async (transaction) => {
      await repositories.documents.create(document, transaction);
      await jobs.add('documents.ingest', { documentId: id }, transaction);
      await audit.record(
        { name: 'document.upload', employeeId: uploadedBy ?? undefined, input: document },
        transaction,
      );
    });
  } catch (error) {
    if (error instanceof UniqueConstraintError) await refuseKnownContent(sha256, dependencies);
    throw error;
  }
  return { id, status: 'queued' };
}

async function refuseKnownContent(sha256: string, { repositories }: IngestionDependencies): Promise<void> {
  const known = await repositories.documents.findByContent(sha256);
  if (known) throw new AppError('document_already_exists', { extra: { documentId: known.id } });
}

async function contentHash(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/** The last part of the name, NFC, without control characters: a name is shown, never used as a path. */
export function safeFileName(name: string): string {
  const last = name.normalize('NFC').split(/[\\/]/).pop() ?? '';
  // eslint-disable-next-line no-control-regex -- control characters are what has to go
  const clean = last.replace(/[\u0000-\u001f\u007f]/g, '').trim();
  return clean === '' || clean === '.' || clean === '..' ? 'document' : clean.slice(-255);
}
