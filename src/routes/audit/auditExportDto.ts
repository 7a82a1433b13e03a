import { errorText, type ErrorCode } from '../../errors';
import { requestContext } from '../../logging/requestContext';
import type { Actor } from '../../policies/actor';
import type { ExportRecord } from '../../repositories/auditExports';
import type { AuditExportDto } from '../../shared/auditExports';

/** An export as analysts see it. */
export function toAuditExportDto(
  record: ExportRecord,
  actor: Actor,
  names: Map<number, string>,
): AuditExportDto {
  const { askedBy, errorCode } = record;
  return {
    id: record.id,
    askedBy: { id: askedBy, name: names.get(askedBy)! },
    askedAt: record.askedAt.toISOString(),
    reason: record.reason,
    filter: record.filter,
    format: record.format,
    columns: record.columns,
    trace: record.trace,
    status: record.status,
    rows: record.rows,
    expectedRows: record.expectedRows,
    cutCells: record.cutCells,
    bytes: record.bytes,
    sha256: record.sha256,
    finishedAt: record.finishedAt?.toISOString() ?? null,
    expiresAt: record.expiresAt?.toISOString() ?? null,
    error:
      errorCode === null
        ? null
        : {
            code: errorCode,
            message: errorText(errorCode as ErrorCode, requestContext()?.language ?? 'ko'),
          },
    own: askedBy === actor.id,
  };
}
