import type { ErrorCode } from '../errors';
import type { Block, ParsedDocument } from './parsedDocument';

/** What the parsing child is told, once. */
export interface ParseRequest {
  filePath: string;
  fileName: string;
  /** Memory of the whole process, in megabytes, at which the child ends itself. */
  residentMegabytes: number;
  /** CPU time without a result, in milliseconds, at which it does so too. */
  silentCpuMilliseconds: number;
}

/** What the child answers: `started`, then any number of `blocks` and one `done`, or one `failed`. */
export type ParseMessage =
  | { type: 'started' }
  | { type: 'blocks'; blocks: Block[] }
  | ({ type: 'done' } & Omit<ParsedDocument, 'blocks'>)
  | { type: 'failed'; code: ErrorCode; detail: string };
