import { interactionsQuerySchema, salesQuerySchema, type FigureRequest } from '../analytics/figureQuery';
import { queryMistake } from '../analytics/queryMistake';
import { runFigures } from '../analytics/run/runFigures';
import { interactionMetrics } from '../analytics/semanticModel/interactionMetrics';
import { salesMetrics } from '../analytics/semanticModel/salesMetrics';
import { tableToCsv } from '../analytics/tableFile/tableToCsv';
import { tableToXlsx } from '../analytics/tableFile/tableToXlsx';
import type { AuditLog } from '../audit/auditLog';
import { AppError } from '../errors';
import type { Actor } from '../policies/actor';
import type { Repositories } from '../repositories/repositories';
import type { ResultTable, TableQuery } from '../shared/resultTable';
import type { Language } from '../shared/problem';
import type { ReadAs } from '../storage/database/database';

/** Rows of a file: more is a job for those who keep the database, and a workbook of it would not fit into memory. */
const maximumExportRows = 50_000;
/** Milliseconds a file's query may take: a person waits for it, but not on a half-written answer. */
const exportTimeoutMs = 30_000;

export type ExportFormat = 'csv' | 'xlsx';

export const exportMediaTypes: Record<ExportFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** A file to save. */
export interface TableFile {
  fileName: string;
  mediaType: string;
  content: string | Buffer;
}

interface Asked {
  actor: Actor;
  conversationId: string;
  turnId: string;
  /** Place among the tables of the answer, from 1. */
  place: number;
  format: ExportFormat;
  language: Language;
  signal: AbortSignal;
}

/**
 * The whole of a table of an answer as a file. The query is run again as the person who asks, for the same days: what that
 * person may no longer see is not in it. A table that knows no query is written as it was shown.
 * @throws AppError `not_found` for a chat of somebody else and a table that is not there.
 */
export function createExportTable(parts: { readAs: ReadAs; repositories: Repositories; audit: AuditLog }) {
  const { repositories, audit } = parts;
  return async (asked: Asked): Promise<TableFile> => {
    const { actor, conversationId, turnId, place, format, language } = asked;
    const conversation = await repositories.conversations.find(conversationId);
    if (conversation?.employeeId !== actor.id) throw new AppError('not_found');
    const shown = (await repositories.chatHistory.tables(conversationId, turnId))[place - 1];
    if (!shown) throw new AppError('not_found');
    const table = await readWhole(shown, asked, parts.readAs);
    await audit.record({
      name: 'table.export',
      employeeId: actor.id,
      input: { conversationId, turnId, table: place, format },
      output: { title: table.title, rows: table.rows.length, truncated: table.truncated },
    });
    return toFile(table, format, language);
  };
}

export type ExportTable = ReturnType<typeof createExportTable>;

async function readWhole(
  shown: ResultTable,
  { actor, language, signal }: Asked,
  readAs: ReadAs,
): Promise<ResultTable> {
  const request = requestOf(shown.query);
  if (!request) return shown;
  const found = await runFigures(request, {
    ...{ employee: actor, language, signal, readAs, now: new Date() },
    maximumRows: maximumExportRows,
    timeoutMs: exportTimeoutMs,
  });
  // A name that was known when the question was answered: gone, or not for this person any more.
  if (!('table' in found)) throw new AppError('not_found');
  return found.table;
}

/** A stored query as the semantic model of today reads it; null where there is none, or it has changed too much. */
function requestOf(stored: TableQuery | undefined): FigureRequest | null {
  if (stored?.subject === 'sales') {
    const { data } = salesQuerySchema.safeParse(stored.query);
    return data && !queryMistake(data, salesMetrics) ? { subject: 'sales', query: data } : null;
  }
  const { data } = interactionsQuerySchema.safeParse(stored?.query);
  return data && !queryMistake(data, interactionMetrics) ? { subject: 'interactions', query: data } : null;
}

async function toFile(table: ResultTable, format: ExportFormat, language: Language): Promise<TableFile> {
  const fileName = `${nameOf(table)}.${format}`;
  const content = format === 'csv' ? tableToCsv(table, language) : await tableToXlsx(table, language);
  return { fileName, mediaType: exportMediaTypes[format], content };
}

/** The title and the days, without what a file system takes for something else. */
function nameOf({ title, period }: ResultTable): string {
  const days = period ? ` ${period.from}_${period.to}` : '';
  return `${title}${days}`.replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ').trim();
}
