import { parseInChild, type ParseLimits } from './parseInChild';
import type { ParsedDocument } from './parsedDocument';
import { startParsingChild } from './parsingChild';
import { createSpareChild, type SpareChild } from './spareChild';

/**
 * What one document may cost. The largest file that may be uploaded (100 MB) is parsed within them if it is made of
 * text; what needs more is a mistake or an attack, and must not take the machine from the people who chat.
 */
const parseLimits: ParseLimits = {
  milliseconds: 5 * 60_000,
  heapMegabytes: 1024,
  residentMegabytes: 1536,
  // More than the largest workbooks that are taken need (12 s), and so little that a person who waits on a file made to be
  // slow learns it within half a minute.
  silentCpuMilliseconds: 18_000,
};

/**
 * Reads a document of any supported format (PDF, HWP, HWPX, DOCX, PPTX, XLSX, CSV, HTML, Markdown, text) into blocks, in a child process of
 * its own. The content decides the format; the name only between kinds of text that look alike.
 * @throws AppError `file_empty`, `file_unsupported`, `file_encrypted`, `file_with_macros`, `file_unreadable`, `file_without_text`, or
 *   `file_too_complex` (time, memory, or a parser that crashed); the signal's reason when aborted.
 */
export function parseFile(
  filePath: string,
  options: { fileName: string; signal?: AbortSignal; spare?: SpareChild },
): Promise<ParsedDocument> {
  return parseInChild(filePath, { ...options, limits: parseLimits });
}

/** A spare for `parseFile`. */
export function createSpareParser(): SpareChild {
  return createSpareChild(() => startParsingChild(parseLimits.heapMegabytes));
}
