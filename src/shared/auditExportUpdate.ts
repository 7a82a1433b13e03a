export const exportStatuses = ['queued', 'running', 'done', 'failed', 'cancelled', 'expired'] as const;
export type ExportStatus = (typeof exportStatuses)[number];

/** `audit-export:updated`: how far an export is, to those who audit. */
export interface AuditExportUpdate {
  exportId: string;
  status: ExportStatus;
  rows: number;
}
