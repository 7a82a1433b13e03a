import { requestContext } from '../../logging/requestContext';
import { toImportError } from '../../imports/importErrorTexts';
import type { BatchRecord } from '../../repositories/imports/importBatches';
import type { RejectRecord } from '../../repositories/imports/importRejects';
import type { TemplateRecord } from '../../repositories/imports/importTemplates';
import {
  maximumErrorsShown,
  type ImportDto,
  type ImportRejectDto,
  type ImportTemplateDto,
} from '../../shared/imports';

/** An import with the first of what was wrong with it: of the file, or of its rejected rows. */
export function toImportDto(
  batch: BatchRecord,
  rejects: RejectRecord[],
  names: Map<number, string>,
): ImportDto {
  const problems = [...batch.errors, ...rejects.flatMap(({ errors }) => errors)];
  const { requestedBy } = batch;
  const name = requestedBy === null ? undefined : names.get(requestedBy);
  return {
    id: batch.id,
    kind: batch.kind,
    fileName: batch.fileName,
    dryRun: batch.dryRun,
    template: batch.templateName,
    status: batch.status,
    progress: batch.progress,
    rows: batch.rows,
    loaded: batch.loaded,
    rejected: batch.rejected,
    inserted: batch.inserted,
    updated: batch.updated,
    unchanged: batch.unchanged,
    ignoredColumns: batch.ignoredColumns,
    errors: problems.slice(0, maximumErrorsShown).map((problem) => toImportError(problem, language())),
    moreErrors: problems.length > maximumErrorsShown || batch.rejected > rejects.length,
    requestedBy: requestedBy !== null && name !== undefined ? { id: requestedBy, name } : null,
    createdAt: batch.createdAt.toISOString(),
    finishedAt: batch.finishedAt?.toISOString() ?? null,
  };
}

export function toRejectDto(reject: RejectRecord): ImportRejectDto {
  return {
    id: reject.id,
    row: reject.rowNumber,
    cells: reject.cells,
    errors: reject.errors.map((problem) => toImportError(problem, language())),
    corrected: reject.correctedAt !== null,
  };
}

export function toTemplateDto(template: TemplateRecord): ImportTemplateDto {
  return {
    id: template.id,
    name: template.name,
    kind: template.kind,
    layout: template.layout,
    createdAt: template.createdAt.toISOString(),
    updatedAt: template.updatedAt.toISOString(),
  };
}

function language() {
  return requestContext()?.language ?? 'ko';
}
