import type { AuditExportDto, ExportColumn, ExportFormat } from '../../../shared/auditExports';
import { api, apiDownload } from '../../lib/api';
import { withQuery } from '../../lib/http';
import { saveFile } from '../../lib/saveFile';

export const exportsPath = '/api/audit/exports';
/** Every list of exports in the cache. */
export const exportsKey = ['audit-exports'] as const;

/** A filter of turns as it stands in the address. */
export type ChosenFilter = Record<string, string | undefined>;

export interface ExportWish {
  filter: ChosenFilter;
  format: ExportFormat;
  columns: ExportColumn[];
  trace: boolean;
  reason: string;
}

/** How many turns a filter finds. */
export async function countTurns(filter: ChosenFilter): Promise<number> {
  return (await api<{ rows: number }>(withQuery(`${exportsPath}/estimate`, filter))).rows;
}

export function askForExport(wish: ExportWish): Promise<AuditExportDto> {
  return api(exportsPath, { method: 'POST', body: wish });
}

export function cancelExport(id: string): Promise<AuditExportDto> {
  return api(`${exportsPath}/${id}/cancel`, { method: 'POST' });
}

/** Fetches the file and lets the browser save it. */
export async function downloadExport({ id, format }: AuditExportDto): Promise<void> {
  const { content, fileName } = await apiDownload(`${exportsPath}/${id}/file`, `${id}.${format}`);
  saveFile(content, fileName);
}
