import { AppError } from '../errors';
import type { DocumentRecord } from '../repositories/documents';
import type { IngestionDependencies } from './dependencies';
import { changeSeries } from './settleSeries';

/**
 * Lets a document be cited. Where a second person is asked for, that is not the one who uploaded it. Approving twice is
 * no change.
 * @throws AppError `approver_is_uploader`, `not_found`
 */
export async function approveDocument(
  document: DocumentRecord,
  employeeId: number,
  dependencies: IngestionDependencies,
): Promise<{ searchUpdated: boolean }> {
  if (dependencies.approval === 'second-person' && document.uploadedBy === employeeId)
    throw new AppError('approver_is_uploader');
  if (document.approvedAt) return { searchUpdated: true };
  return setApproval(document, employeeId, 'document.approve', dependencies);
}

/** Takes an approval back: the document is no longer cited, and the version before it stands again. */
export async function withdrawDocument(
  document: DocumentRecord,
  employeeId: number,
  dependencies: IngestionDependencies,
): Promise<{ searchUpdated: boolean }> {
  if (!document.approvedAt) return { searchUpdated: true };
  return setApproval(document, employeeId, 'document.withdraw', dependencies);
}

async function setApproval(
  { id, seriesId }: DocumentRecord,
  employeeId: number,
  name: 'document.approve' | 'document.withdraw',
  dependencies: IngestionDependencies,
): Promise<{ searchUpdated: boolean }> {
  const { repositories, audit } = dependencies;
  const approval =
    name === 'document.approve'
      ? { approvedAt: new Date(), approvedBy: employeeId }
      : { approvedAt: null, approvedBy: null };
  const searchUpdated = await changeSeries(seriesId, dependencies, async (transaction) => {
    if (!(await repositories.documents.change(id, approval, transaction))) throw new AppError('not_found');
    await audit.record({ name, employeeId, input: { documentId: id } }, transaction);
  });
  return { searchUpdated };
}
