import { AppError } from '../../errors';
import type { Actor } from '../../policies/actor';
import type { ExportRecord } from '../../repositories/auditExports';
import type { ExportDependencies } from './dependencies';
import { demandOwn } from './exportRights';

/** Ends an export that waits or runs. @throws AppError `export_of_another`, `export_not_under_way` */
export async function cancelExport(
  record: ExportRecord,
  actor: Actor,
  { database, repositories, audit, exportUpdates }: ExportDependencies,
): Promise<void> {
  demandOwn(actor, record);
  const { id } = record;
  await database.sequelize.transaction(async (transaction) => {
    if (!(await repositories.auditExports.cancel(id, transaction)))
      throw new AppError('export_not_under_way');
    await audit.record({ name: 'audit.export-cancel', employeeId: actor.id, input: { id } }, transaction);
  });
  await exportUpdates.publish({ exportId: id, status: 'cancelled', rows: record.rows });
}
