import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { AppError } from '../errors';
import { acceptUpload } from '../ingestion/acceptUpload';
import type { IngestionDependencies } from '../ingestion/dependencies';
import { audienceSchema } from '../shared/documents';
import { progressLine, type Report } from './progressLine';

/** One entry of `samples/documents/manifest.json`. */
const entrySchema = z.strictObject({
  file: z.string(),
  title: z.string(),
  docType: z.string(),
  audience: audienceSchema.optional(),
  productCodes: z.array(z.string()).optional(),
  validFrom: z.string().optional(),
  validTo: z.string().optional(),
});

/** Milliseconds between two looks at how far the documents are. */
const lookEveryMs = 250;

/** Uploads the sample documents as an admin would and waits until each is indexed. @throws Error when one cannot be. */
export async function loadSampleDocuments(
  folder: string,
  dependencies: IngestionDependencies,
  report: Report,
): Promise<void> {
  const manifest = z
    .array(entrySchema)
    .parse(JSON.parse(await readFile(path.join(folder, 'manifest.json'), 'utf8')));
  const ids: string[] = [];
  for (const { file, ...fields } of manifest) {
    ids.push(await upload(path.join(folder, file), fields, dependencies));
  }
  const progress = progressLine(report, 'documents');
  for (let finished = 0; finished < ids.length;) {
    await pause(lookEveryMs);
    const documents = await Promise.all(ids.map((id) => dependencies.repositories.documents.findById(id)));
    const failed = documents.find((document) => document?.status === 'failed');
    if (failed) throw new Error(`sample ${failed.fileName} failed: ${failed.reasonCode}`);
    finished = documents.filter((document) => document?.status === 'indexed').length;
    progress.at(finished / ids.length);
  }
  progress.done(`${ids.length} documents`);
}

async function upload(
  file: string,
  fields: Omit<z.infer<typeof entrySchema>, 'file'>,
  dependencies: IngestionDependencies,
): Promise<string> {
  try {
    const { id } = await acceptUpload(
      {
        path: file,
        fileName: path.basename(file),
        mediaType: 'application/octet-stream',
        fields,
        uploadedBy: null,
      },
      dependencies,
    );
    return id;
  } catch (error) {
    // An earlier start was cut off after this one.
    if (error instanceof AppError && error.code === 'document_already_exists') {
      return error.options.extra!.documentId as string;
    }
    throw error;
  }
}
