import { randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import type { Request, Response } from 'express';
import multer from 'multer';
import { AppError, type ErrorCode } from '../../errors';
import { uploadsFolder } from '../../ingestion/temporaryFiles';

/** Bytes of one upload; what is larger is split by whoever has it. */
export const maximumFileSize = 100 * 1024 * 1024;

const receive = multer({
  storage: multer.diskStorage({
    destination: (_request, _file, done) => {
      mkdir(uploadsFolder, { recursive: true }).then(
        () => done(null, uploadsFolder),
        (error: unknown) => done(error as Error, uploadsFolder),
      );
    },
    filename: (_request, _file, done) => done(null, randomUUID()),
  }),
  limits: {
    fileSize: maximumFileSize,
    files: 1,
    fields: 20,
    fieldSize: 64 * 1024,
    fieldNameSize: 100,
    parts: 25,
    // No field of ours has a part: brackets in a name would only build objects.
    fieldNestingDepth: 0,
    fieldArrayIndexLimit: 0,
  },
}).single('file');

/** What an upload may be refused for. */
export const uploadProblems = [
  'validation_failed',
  'file_missing',
  'file_empty',
  'file_too_large',
  'file_store_unavailable',
] as const satisfies ErrorCode[];

export interface ReceivedFile {
  path: string;
  fileName: string;
  mediaType: string;
}

/**
 * Receives a multipart upload to a local file, hands it to `use` and removes it, whatever happens.
 * @throws AppError `file_missing`, and what multer refuses.
 */
export async function receiveUpload<T>(
  request: Request,
  response: Response,
  use: (file: ReceivedFile, fields: unknown) => Promise<T>,
): Promise<T> {
  await new Promise<void>((resolve, reject) => {
    // multer says by the callback both that it is done and that it failed.
    void receive(request, response, (error?: unknown) => {
      if (error === undefined) resolve();
      else reject(error instanceof Error ? error : new Error('upload failed', { cause: error }));
    });
  }).catch(async (error: unknown) => {
    await readToEnd(request);
    throw error;
  });
  const { file } = request;
  if (!file) throw new AppError('file_missing');
  try {
    return await use(
      { path: file.path, fileName: decodeFileName(file.originalname), mediaType: file.mimetype },
      { ...(request.body as object) },
    );
  } finally {
    await rm(file.path, { force: true });
  }
}

/**
 * Lets a refused upload come to its end unread: a sender whose connection is closed while it sends never sees the answer.
 * How long it may send, the server's own limit for requests says.
 */
async function readToEnd(request: Request): Promise<void> {
  if (request.readableEnded || request.destroyed) return;
  await new Promise<void>((resolve) => {
    for (const event of ['end', 'close', 'error']) request.once(event, () => resolve());
    request.resume();
  });
}

/** multer reads names as latin1, browsers send UTF-8. */
function decodeFileName(name: string): string {
  return Buffer.from(name, 'latin1').toString('utf8').normalize('NFC');
}
