import { open, readFile } from 'node:fs/promises';
import { AppError } from '../../errors';
import { detectArchive } from '../../ingestion/parsers/archive/detectArchive';
import { mediaTypes } from '../../ingestion/parsers/mediaTypes';
import { refused } from '../importProblem';
import type { OpenFile } from './fileTable';
import { openCsv } from './openCsv';
import { openXlsx } from './openXlsx';

/** Bytes that show what a file is. */
const sampleLength = 64 * 1024;

const zipMark = '504b0304';
/** Old Office files, and new ones with a password. */
const compoundFileMark = 'd0cf11e0';

/**
 * Opens a local file by what it is, whatever its name says.
 * @throws FileRefused for what is no table; AppError for archives that must not be opened.
 */
export async function openFile(path: string): Promise<OpenFile> {
  const { start, size } = await readStart(path);
  if (size === 0) throw refused('file_empty');
  const mark = start.subarray(0, 4).toString('hex');
  if (mark === zipMark) return openWorkbook(path, size);
  if (mark === compoundFileMark || isBinary(start)) throw refused('file_not_table');
  return openCsv(path, { start, size });
}

/** The archive is unpacked once within limits before any parser sees it. */
async function openWorkbook(path: string, size: number): Promise<OpenFile> {
  const { mediaType } = await detectArchive(await readFile(path)).catch((error: unknown) => {
    if (error instanceof AppError && error.code !== 'file_unsupported') throw error;
    throw refused(error instanceof AppError ? 'file_not_table' : 'file_unreadable');
  });
  if (mediaType !== mediaTypes.xlsx) throw refused('file_not_table');
  return openXlsx(path, size);
}

/** Text has no null bytes, but UTF-16 has, and begins with its mark. */
function isBinary(start: Buffer): boolean {
  const mark = start.subarray(0, 2).toString('hex');
  return start.includes(0) && mark !== 'fffe' && mark !== 'feff';
}

async function readStart(path: string): Promise<{ start: Buffer; size: number }> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(sampleLength), 0, sampleLength, 0);
    return { start: buffer.subarray(0, bytesRead), size: (await file.stat()).size };
  } finally {
    await file.close();
  }
}
