import { AppError } from '../../errors';
import type { Actor } from '../../policies/actor';
import { demand } from '../../policies/permissions';
import type { ExportRecord } from '../../repositories/auditExports';
import type { ExportColumn } from '../../shared/auditExports';

/** @throws AppError `forbidden` where there are statements among the columns and the person may not see SQL. */
export function demandColumns(actor: Actor, columns: readonly ExportColumn[]): void {
  if (columns.includes('sql')) demand(actor, 'sql.view');
}

/**
 * Every analyst sees every export; its file and its end are matters of the person who gave the reason.
 * @throws AppError `export_of_another`
 */
export function demandOwn(actor: Actor, { askedBy }: ExportRecord): void {
  if (askedBy !== actor.id) throw new AppError('export_of_another');
}
