import type { IndexableDocument } from '../repositories/indexContent';
import type { IndexBuild, IndexedChunk } from '../storage/searchIndex/searchIndex';
import { indexedProperties } from './alignIndex';
import type { IngestionDependencies } from './dependencies';
import { toIndexedChunk } from './indexChunks';

/** Documents written between two looks whether they have changed meanwhile. */
const documentsAtOnce = 50;

/** Chunks handed to the index at once: some megabytes with their vectors, and one refresh for all of them. */
const chunksAtOnce = 1_000;

type Content = IngestionDependencies['repositories']['indexContent'];

/** An index to write to, and what is written. */
interface Filling {
  build: IndexBuild;
  content: Content;
  /** Whose vectors go with the passages; null: none. */
  model: string | null;
  signal: AbortSignal;
  /** Hears how many documents of all are written. */
  written?: (documents: number) => void;
}

/**
 * Writes every document that belongs into the index as the database has it, while others may write too: a document that has
 * changed since it was read is written again, so that what was read earlier never stays over what was written later.
 */
export async function fillIndex(filling: Filling): Promise<void> {
  const { build, content } = filling;
  const begun = await build.documentCounts();
  let afterId: string | null = null;
  let written = 0;
  for (;;) {
    const documents = await content.documentsAfter(afterId, documentsAtOnce);
    if (documents.length === 0) return;
    await writeUntilUnchanged(documents, filling, (id) => begun.has(id));
    afterId = documents.at(-1)!.id;
    filling.written?.((written += documents.length));
  }
}

/**
 * Compares what the index holds with what it has to hold, and writes the documents that differ.
 * @returns how many did.
 */
export async function mendIndex(filling: Filling): Promise<number> {
  const { build, content } = filling;
  const found = await build.documentCounts();
  const expected = await content.counts();
  const different = [...new Set([...found.keys(), ...expected.keys()])].filter(
    (id) => found.get(id) !== expected.get(id),
  );
  await writeUntilUnchanged(await withRevisions(different, content), filling, () => true);
  return different.length;
}

/** Stands for the revision of a document that has no place in the index. */
const gone = 'gone';

async function withRevisions(ids: string[], content: Content): Promise<IndexableDocument[]> {
  const revisions = await content.revisions(ids);
  return ids.map((id) => ({ id, revision: revisions.get(id) ?? gone }));
}

/** @param mayHaveOthers whether the index may hold passages of this document that it has to lose. */
async function writeUntilUnchanged(
  documents: IndexableDocument[],
  filling: Filling,
  mayHaveOthers: (id: string) => boolean,
): Promise<void> {
  let changed = documents;
  for (let isFirst = true; changed.length > 0; isFirst = false) {
    const ids = changed.map(({ id }) => id);
    await writeDocuments(ids, filling, (id) => !isFirst || mayHaveOthers(id));
    const written = new Map(changed.map(({ id, revision }) => [id, revision]));
    const now = await withRevisions(ids, filling.content);
    changed = now.filter(({ id, revision }) => revision !== written.get(id));
  }
}

async function writeDocuments(
  ids: string[],
  { build, content, model, signal }: Filling,
  mayHaveOthers: (id: string) => boolean,
): Promise<void> {
  let batch: IndexedChunk[] = [];
  const toClear: { id: string; keep: string[] }[] = [];
  for (const id of ids) {
    signal.throwIfAborted();
    const chunks = await content.chunksOf(id, model);
    batch.push(...chunks.map((chunk) => toIndexedChunk(indexedProperties(chunk), chunk)));
    if (mayHaveOthers(id)) toClear.push({ id, keep: chunks.map((chunk) => chunk.id) });
    if (batch.length < chunksAtOnce) continue;
    await build.upsert(batch);
    batch = [];
  }
  await build.upsert(batch);
  for (const { id, keep } of toClear) await build.removeDocument(id, { keep });
}
