import type { ExportFormat } from '../../shared/auditExports';
import { csvFile } from './csvFile';
import type { ExportedTurn } from './exportedTurn';
import type { FilePlan } from './filePlan';
import { jsonlFile } from './jsonlFile';
import { xlsxFile } from './xlsxFile';

/** Makes a file of turns while they are read: no more of it is in memory than the page that is being written. */
type FileWriter = (pages: AsyncIterable<ExportedTurn[]>, plan: FilePlan) => AsyncIterable<Buffer>;

export const fileWriters: Record<ExportFormat, { mediaType: string; write: FileWriter }> = {
  csv: { mediaType: 'text/csv; charset=utf-8', write: csvFile },
  jsonl: { mediaType: 'application/jsonl; charset=utf-8', write: jsonlFile },
  xlsx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: (pages, plan) => xlsxFile(pages, plan),
  },
};
