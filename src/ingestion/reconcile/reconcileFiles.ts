import type { InventoryRow } from '../../repositories/documents';
import type { ReconcileFinding } from '../../shared/documents';
import type { IngestionDependencies } from '../dependencies';

/** Younger files may belong to an upload that has not come to its row yet. */
const uploadMayTakeMs = 60 * 60_000;

/** Removes files that no document, no import and no export has, and names documents whose original is gone. */
export async function reconcileFiles(
  documents: InventoryRow[],
  dependencies: IngestionDependencies,
): Promise<{ count: number; findings: ReconcileFinding[] }> {
  const { objectStore, repositories } = dependencies;
  const longAgo = new Date(Date.now() - uploadMayTakeMs);
  const imported = await repositories.importBatches.contents();
  const exported = await repositories.auditExports.files();
  const needed = new Set([...documents.map(({ sha256 }) => sha256), ...imported, ...exported]);
  const stored = new Set<string>();
  const findings: ReconcileFinding[] = [];

  for await (const { key, storedAt } of objectStore.list()) {
    stored.add(key);
    if (needed.has(key) || storedAt >= longAgo) continue;
    if (await removeUnneeded(key, dependencies))
      findings.push({ kind: 'file-without-document', id: key, mended: true });
  }
  for (const { id, sha256, status } of documents) {
    if (status === 'deleting' || stored.has(sha256) || (await objectStore.exists(sha256))) continue;
    // It may have been deleted since the rows were read.
    if (await dependencies.repositories.documents.findById(id))
      findings.push({ kind: 'document-without-file', id, mended: false });
  }
  const unfinished = await objectStore.removeUnfinished(longAgo);
  for (let count = 0; count < unfinished; count += 1)
    findings.push({ kind: 'file-unfinished', id: null, mended: true });
  return { count: stored.size, findings };
}

/** @returns false when a document has come to it meanwhile. */
function removeUnneeded(
  sha256: string,
  { database, repositories, objectStore }: IngestionDependencies,
): Promise<boolean> {
  return database.sequelize.transaction(async (transaction) => {
    await repositories.documents.lockContent(sha256, transaction);
    if ((await repositories.documents.countContent(sha256, transaction)) > 0) return false;
    await objectStore.remove(sha256);
    return true;
  });
}
