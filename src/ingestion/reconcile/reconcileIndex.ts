import type { InventoryRow } from '../../repositories/documents';
import type { ReconcileFinding } from '../../shared/documents';
import { alignDocument } from '../alignIndex';
import type { IngestionDependencies } from '../dependencies';
import { indexChunks } from '../indexChunks';
import { queueAgain } from '../reindexDocument';

/** Makes the index hold the passages of every indexed document, each cited if and only if its version stands. */
export async function reconcileIndex(
  documents: InventoryRow[],
  dependencies: IngestionDependencies,
): Promise<ReconcileFinding[]> {
  const { searchIndex } = dependencies;
  const found = await searchIndex.documentCounts();
  const cited = await searchIndex.documentCounts({ currentOnly: true });
  const findings: ReconcileFinding[] = [];

  const known = new Map(documents.map((row) => [row.id, row]));
  for (const id of found.keys()) {
    const row = known.get(id);
    if (row && (row.indexed || row.status !== 'failed')) continue;
    await alignDocument(id, dependencies);
    if ((await searchIndex.countDocument(id)) === 0)
      findings.push({ kind: 'index-without-document', id, mended: true });
  }
  for (const row of documents.filter(({ indexed, status }) => indexed && isAtRest(status))) {
    const chunks = found.get(row.id) ?? 0;
    const expectedCited = row.current ? row.chunks : 0;
    if (chunks !== row.chunks || chunks === 0) {
      if (await mendPassages(row.id, dependencies))
        findings.push({ kind: 'index-incomplete', id: row.id, mended: true });
    } else if ((cited.get(row.id) ?? 0) !== expectedCited) {
      await alignDocument(row.id, dependencies);
      findings.push({ kind: 'index-outdated', id: row.id, mended: true });
    }
  }
  return findings;
}

/** What is on its way in or out, its own work brings in order. */
function isAtRest(status: InventoryRow['status']): boolean {
  return status === 'indexed' || status === 'failed';
}

/** @returns false when it turned out to be in order, or has begun to change meanwhile. */
async function mendPassages(id: string, dependencies: IngestionDependencies): Promise<boolean> {
  const { repositories, searchIndex, embeddings } = dependencies;
  const document = await repositories.documents.findById(id);
  if (!document || !isAtRest(document.status)) return false;
  const model = embeddings?.name ?? (await searchIndex.vectorModel());
  const chunks = await repositories.indexContent.chunksOf(id, model);
  if (chunks.length === 0) {
    await queueAgain(id, dependencies);
    return true;
  }
  if ((await searchIndex.countDocument(id)) === chunks.length) return false;
  return (await indexChunks(id, chunks, dependencies)) !== null;
}
