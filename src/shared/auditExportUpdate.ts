import { z } from 'zod';

export const exportStatuses = ['queued', 'running', 'done', 'failed', 'cancelled', 'expired'] as const;
export type ExportStatus = (typeof exportStatuses)[number];

/** `audit-export:updated`: how far an export is, to those who audit. */
export const auditExportUpdateSchema = z
  .object({
    exportId: z.uuid(),
    status: z.enum(exportStatuses),
    rows: z.int(),
  })
  .meta({ id: 'AuditExportUpdate' });
export type AuditExportUpdate = z.infer<typeof auditExportUpdateSchema>;
