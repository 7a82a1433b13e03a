import { mkdtemp, rm } from 'node:fs/promises';
import { createWriteStream } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { AppError, type ErrorCode } from '../errors';
import { audiencePrincipals } from '../policies/documentAccess';
import type { ChunkRecord } from '../repositories/chunks';
import type { DocumentProgress, DocumentRecord } from '../repositories/documents';
import { chunkDocument } from './chunk';
import type { IngestionDependencies } from './dependencies';
import { embedChunks } from './embedChunks';
import { indexChunks } from './indexChunks';
import { parseFile } from './parseFile';
import type { ParsedDocument } from './parsedDocument';

/** Errors that are the file's own: trying again cannot help, the person who uploaded it can. */
const faultsOfTheFile = new Set<ErrorCode>([
  'file_unsupported',
  'file_encrypted',
  'file_unreadable',
  'file_without_text',
  'file_empty',
  'file_too_complex',
]);

/**
 * The way of a document into the index: parse, sentences and chunks, embeddings, rows, index. Every step may be
 * repeated: chunk ids are deterministic, and what an earlier try left is replaced. A store or model that is down throws,
 * so that the queue tries again; a file that cannot be read ends as `failed` with its reason.
 */
export async function ingestDocument(
  documentId: string,
  dependencies: IngestionDependencies,
  signal: AbortSignal,
): Promise<void> {
  const document = await dependencies.repositories.documents.findById(documentId);
  if (!document || document.status === 'deleting') return;
  const report = progressReporter(documentId, dependencies);
  try {
    await report({ status: 'processing', progress: 5, reasonCode: null });
    const parsed = await parseOriginal(document, dependencies, signal);
    const { pages, pagesWithoutText, mediaType } = parsed;
    await report({ progress: 40, pages, pagesWithoutText, mediaType });
    const chunks = await embedChunks(document, chunkDocument(parsed).chunks, dependencies, signal);
    await report({ progress: 80 });
    if (!(await storeChunks(document, chunks, dependencies))) return;
    await indexChunks(
      { ...document, audience: audiencePrincipals(document.audience), current: true },
      chunks,
      dependencies.searchIndex,
    );
    await finish(document, report, dependencies);
  } catch (error) {
    if (!(error instanceof AppError) || !faultsOfTheFile.has(error.code)) throw error;
    dependencies.logger.info({ err: error, documentId }, 'document cannot be read');
    await report({ status: 'failed', progress: 100, reasonCode: error.code });
  }
}

async function parseOriginal(
  document: DocumentRecord,
  { objectStore }: IngestionDependencies,
  signal: AbortSignal,
): Promise<ParsedDocument> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'narutalk-parse-'));
  try {
    const file = path.join(folder, 'original');
    await pipeline(await objectStore.get(document.sha256), createWriteStream(file), { signal });
    return await parseFile(file, { fileName: document.fileName, signal });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** @returns false when the document was deleted meanwhile. */
async function storeChunks(
  document: DocumentRecord,
  chunks: ChunkRecord[],
  { database, repositories }: IngestionDependencies,
): Promise<boolean> {
  return database.sequelize.transaction(async (transaction) => {
    const present = await repositories.documents.update(document.id, { progress: 85 }, transaction);
    if (present) await repositories.chunks.replace(document.id, chunks, transaction);
    return present;
  });
}

/** A deletion that began while the chunks went into the index has not seen them: they are taken out again here. */
async function finish(
  document: DocumentRecord,
  report: (changes: DocumentProgress) => Promise<boolean>,
  { searchIndex }: IngestionDependencies,
): Promise<void> {
  const present = await report({ status: 'indexed', progress: 100 });
  if (!present) await searchIndex.removeDocument(document.id);
}

function progressReporter(documentId: string, { repositories, documentUpdates }: IngestionDependencies) {
  let known: { status: DocumentRecord['status']; progress: number } = { status: 'queued', progress: 0 };
  return async (changes: DocumentProgress): Promise<boolean> => {
    const present = await repositories.documents.update(documentId, changes);
    if (!present) return false;
    known = { status: changes.status ?? known.status, progress: changes.progress ?? known.progress };
    await documentUpdates.publish({
      documentId,
      ...known,
      ...(changes.reasonCode ? { reason: changes.reasonCode } : {}),
    });
    return true;
  };
}
