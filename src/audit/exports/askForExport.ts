import { randomUUID } from 'node:crypto';
import { AppError } from '../../errors';
import type { Actor } from '../../policies/actor';
import type { AskForExport } from '../../shared/auditExports';
import { exportColumns } from '../../shared/auditExports';
import type { Language } from '../../shared/problem';
import type { ExportDependencies } from './dependencies';
import { demandColumns } from './exportRights';

/** Exports of one person that may wait or run at the same time: more would only make each slower. */
const maximumAtOnce = 2;

/**
 * Takes a wish for a file: its record, its job and the note in the audit are one transaction.
 * @throws AppError `forbidden` for columns the person may not see, `too_many_exports`
 */
export async function askForExport(
  asked: AskForExport,
  { actor, language }: { actor: Actor; language: Language },
  { database, repositories, jobs, audit, exportUpdates }: ExportDependencies,
): Promise<string> {
  demandColumns(actor, asked.columns);
  // Its file has its columns in the order of the list, each once, in whatever order they were named.
  const columns = exportColumns.filter((name) => asked.columns.includes(name));
  const id = randomUUID();
  await database.sequelize.transaction(async (transaction) => {
    if ((await repositories.auditExports.countUnderWay(actor.id, transaction)) >= maximumAtOnce)
      throw new AppError('too_many_exports');
    const wish = { ...asked, columns, language };
    await repositories.auditExports.create(
      { ...wish, id, askedBy: actor.id, askedAt: new Date() },
      transaction,
    );
    await jobs.add('audit.export', { exportId: id }, transaction);
    await audit.record({ name: 'audit.export', employeeId: actor.id, input: { id, ...wish } }, transaction);
  });
  await exportUpdates.publish({ exportId: id, status: 'queued', rows: 0 });
  return id;
}
