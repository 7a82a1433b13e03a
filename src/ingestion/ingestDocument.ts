import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { AppError } from '../errors';
import type { ChunkRecord } from '../repositories/chunks';
import type { DocumentRecord } from '../repositories/documents';
import type { DocumentProperties } from '../storage/searchIndex/searchIndex';
import { alignDocument } from './alignIndex';
import { chunkDocument } from './chunk';
import type { IngestionDependencies } from './dependencies';
import { beginRun, RunLost, type DocumentRun } from './documentRun';
import { embedChunks } from './embedChunks';
import { endFailedRun } from './endFailedRun';
import { indexChunks } from './indexChunks';
import { parseFile } from './parseFile';
import type { ParsedDocument } from './parsedDocument';
import { alignSeries } from './settleSeries';
import { withTemporaryFolder } from './temporaryFiles';

/**
 * The way of a document into the index: parse, sentences and chunks, embeddings, rows, index, and only then the place of
 * the version before. Every step may be repeated: chunk ids are deterministic, and what an earlier try left is replaced.
 * A part that is away lets the document wait; a file that cannot be read ends as `failed` with its reason.
 */
export async function ingestDocument(
  documentId: string,
  dependencies: IngestionDependencies,
  shutdown: AbortSignal,
): Promise<void> {
  const run = await beginRun(documentId, dependencies, shutdown);
  if (!run) return;
  try {
    await bringIn(run, dependencies);
  } catch (error) {
    await endFailedRun(run, error, dependencies);
  } finally {
    run.close();
  }
}

async function bringIn(run: DocumentRun, dependencies: IngestionDependencies): Promise<void> {
  const { document, signal } = run;
  await run.report({ progress: 5 });
  // Reading is the most work of all: not for an index that is away.
  await dependencies.searchIndex.ping();
  const parsed = await parseOriginal(document, dependencies, signal);
  const { pages, pagesWithoutText, mediaType } = parsed;
  await run.report({ progress: 40, pages, pagesWithoutText, mediaType });
  const chunks = await embedChunks(document, chunkDocument(parsed).chunks, dependencies, signal);
  await run.report({ progress: 80 });
  await storeChunks(run, chunks, dependencies);
  const written = await writeToIndex(run, chunks, dependencies);
  await takeOver(run, dependencies);
  await alignDocument(document.id, dependencies, written);
  await alignSeries(document.seriesId, dependencies, { except: document.id });
  await run.end({ status: 'indexed' });
}

async function parseOriginal(
  document: DocumentRecord,
  { objectStore, spareParser: spare }: IngestionDependencies,
  signal: AbortSignal,
): Promise<ParsedDocument> {
  return withTemporaryFolder(async (folder) => {
    const file = path.join(folder, 'original');
    const original = await objectStore.get(document.sha256).catch((error: unknown) => {
      const isMissing = error instanceof AppError && error.code === 'not_found';
      throw isMissing ? new AppError('original_missing', { cause: error }) : error;
    });
    await pipeline(original, createWriteStream(file), { signal });
    return parseFile(file, { fileName: document.fileName, signal, spare });
  });
}

async function storeChunks(
  run: DocumentRun,
  chunks: ChunkRecord[],
  { database, repositories }: IngestionDependencies,
): Promise<void> {
  await database.sequelize.transaction(async (transaction) => {
    await run.note({ progress: 85 }, transaction);
    await repositories.chunks.replace(run.document.id, chunks, transaction);
  });
}

/** @returns what was written of the document beside its chunks. @throws RunLost */
async function writeToIndex(
  run: DocumentRun,
  chunks: ChunkRecord[],
  dependencies: IngestionDependencies,
): Promise<DocumentProperties> {
  // Fenced once more: the index, which is written from here on, knows no runs.
  await run.note({ progress: 90 });
  const written = await indexChunks(run.document.id, chunks, dependencies);
  if (!written) throw new RunLost();
  return written;
}

/** From here on this version is the one that stands, and the ones before it are superseded, if it is approved. */
async function takeOver(
  { document, note }: DocumentRun,
  { database, repositories }: IngestionDependencies,
): Promise<void> {
  const { documentVersions } = repositories;
  await database.sequelize.transaction(async (transaction) => {
    await documentVersions.lock(document.seriesId, transaction);
    await note({ progress: 95, indexedAt: document.indexedAt ?? new Date() }, transaction);
    await documentVersions.settle(document.seriesId, transaction);
  });
}
