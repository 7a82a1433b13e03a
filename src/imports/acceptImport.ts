import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { AppError } from '../errors';
import { contentHash, safeFileName } from '../ingestion/uploadedFile';
import type { Actor } from '../policies/actor';
import type { ImportFields } from '../shared/imports';
import type { ImportDependencies } from './dependencies';
import { demandKind } from './importRights';

export interface ImportUpload {
  /** Local file; the caller removes it. */
  path: string;
  /** As the sender named it, decoded. */
  fileName: string;
  mediaType: string;
  fields: ImportFields;
}

/**
 * Takes a file of figures in: the file is stored first, then its import and job are written in one transaction. What is
 * answered here is not lost.
 * @throws AppError `file_empty`, `not_found` for a template that is not there, `template_kind_differs`, `forbidden`.
 */
export async function acceptImport(
  { path, fileName, mediaType, fields }: ImportUpload,
  actor: Actor,
  dependencies: ImportDependencies,
): Promise<{ id: string; status: 'queued' }> {
  const { database, repositories, jobs, objectStore, audit } = dependencies;
  demandKind(actor, fields.kind);
  const { size } = await stat(path);
  if (size === 0) throw new AppError('file_empty');
  const template = await templateOf(fields, dependencies);
  const sha256 = await contentHash(path);
  const begun = { fileName: safeFileName(fileName), size, sha256, kind: fields.kind };
  await audit.record({ name: 'import.upload-begun', employeeId: actor.id, input: begun });
  await objectStore.putFile(sha256, path, { size, mediaType });

  const batch = {
    id: randomUUID(),
    kind: fields.kind,
    fileName: safeFileName(fileName),
    sha256,
    size,
    dryRun: fields.dryRun,
    templateName: template?.name ?? null,
    layout: template?.layout ?? {},
    requestedBy: actor.id,
  };
  await database.sequelize.transaction(async (transaction) => {
    await repositories.documents.lockContent(sha256, transaction);
    await repositories.importBatches.create(batch, transaction);
    await jobs.add('imports.run', { importId: batch.id }, transaction);
    await audit.record({ name: 'import.upload', employeeId: actor.id, input: batch }, transaction);
  });
  // A deletion of the same content may have taken the file before it saw this row; from now on none can.
  if (!(await objectStore.exists(sha256))) await objectStore.putFile(sha256, path, { size, mediaType });
  return { id: batch.id, status: 'queued' };
}

async function templateOf({ template: name, kind }: ImportFields, { repositories }: ImportDependencies) {
  if (name === undefined) return null;
  const template = await repositories.importTemplates.findByName(name);
  if (!template) throw new AppError('not_found');
  if (template.kind !== kind) throw new AppError('template_kind_differs');
  return template;
}
