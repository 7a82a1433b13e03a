import type { Readable } from 'node:stream';
import { AppError } from '../../errors';
import type { Actor } from '../../policies/actor';
import type { ExportRecord } from '../../repositories/auditExports';
import { koreanDay } from '../../shared/koreanTime';
import type { ExportDependencies } from './dependencies';
import { demandColumns, demandOwn } from './exportRights';
import { fileWriters } from './fileWriters';

/** A file to save, and what is known of it. */
export interface OpenedExport {
  content: Readable;
  fileName: string;
  mediaType: string;
  bytes: number;
  sha256: string;
}

/**
 * The file of an export, once the look at it is on record. The rights are those of now: who has lost one since cannot have
 * what it would have given.
 * @throws AppError `export_of_another`, `forbidden`, `export_expired`, `export_not_done`
 */
export async function openExport(
  record: ExportRecord,
  actor: Actor,
  { objectStore, audit }: Pick<ExportDependencies, 'objectStore' | 'audit'>,
): Promise<OpenedExport> {
  const { id, status, format, columns, askedAt, objectKey, sha256, bytes, rows, expiresAt } = record;
  demandOwn(actor, record);
  demandColumns(actor, columns);
  const isOver = expiresAt !== null && expiresAt <= new Date();
  if (status === 'expired' || isOver) throw new AppError('export_expired');
  if (status !== 'done' || objectKey === null || sha256 === null || bytes === null)
    throw new AppError('export_not_done');
  const content = await objectStore.get(objectKey);
  try {
    await audit.record({
      name: 'audit.export-download',
      employeeId: actor.id,
      input: { id },
      output: { sha256, rows, bytes },
    });
  } catch (error) {
    content.destroy();
    throw error;
  }
  const fileName = `narutalk-audit-${koreanDay(askedAt)}-${id.slice(0, 8)}.${format}`;
  return { content, fileName, mediaType: fileWriters[format].mediaType, bytes, sha256 };
}
