import type { z } from 'zod';
import { AppError } from '../errors';
import type { DocumentRecord } from '../repositories/documents';
import type { documentChangesSchema } from '../shared/documents';
import type { IngestionDependencies } from './dependencies';
import { changeSeries } from './settleSeries';

type Changes = z.infer<typeof documentChangesSchema>;

/**
 * Changes what is said of a document, without reading it again: from the answer on, searches go by it.
 * @returns whether they do, or the index is away and follows when it is back.
 * @throws AppError `not_found`, `validation_failed` when it would end before it begins.
 */
export async function changeDocument(
  document: DocumentRecord,
  changes: Changes,
  employeeId: number,
  dependencies: IngestionDependencies,
): Promise<{ searchUpdated: boolean }> {
  const { repositories, audit } = dependencies;
  const { id, seriesId } = document;
  const searchUpdated = await changeSeries(seriesId, dependencies, async (transaction) => {
    const before = await repositories.documents.findById(id, transaction);
    if (!before) throw new AppError('not_found');
    refuseEndBeforeBeginning({ ...before, ...changes });
    if (!(await repositories.documents.change(id, changes, transaction))) throw new AppError('not_found');
    const previous = Object.fromEntries(
      Object.keys(changes).map((name) => [name, before[name as keyof Changes]]),
    );
    const input = { documentId: id, changes, previous };
    await audit.record({ name: 'document.update', employeeId, input }, transaction);
  });
  return { searchUpdated };
}

function refuseEndBeforeBeginning({
  validFrom,
  validTo,
}: Pick<DocumentRecord, 'validFrom' | 'validTo'>): void {
  if (validFrom === null || validTo === null || validTo >= validFrom) return;
  const message = 'validTo must not be before validFrom';
  throw new AppError('validation_failed', { errors: [{ path: 'validTo', message }] });
}
