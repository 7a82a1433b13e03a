import { z } from 'zod';

/** What is wrong with a row, a seal or a kept head of the audit. */
export const auditFaultSchema = z.enum(['changed', 'missing', 'inserted', 'unknown_key']);

export const auditFindingSchema = z
  .object({
    table: z.string(),
    id: z.string().describe('Key of the row; number of the seal; name of the head.'),
    reason: auditFaultSchema,
  })
  .meta({ id: 'AuditFinding' });
export type AuditFinding = z.infer<typeof auditFindingSchema>;

/** What verifying the audit found. */
export const auditVerificationDtoSchema = z
  .object({
    ok: z.boolean(),
    checked: z.int().describe('Rows that were compared with their proof.'),
    seals: z.int(),
    first: auditFindingSchema.optional().describe('The first that is wrong, in the order of the chain.'),
    findings: z.array(auditFindingSchema).describe('All that is wrong, as far as it was listed.'),
  })
  .meta({ id: 'AuditVerification' });
export type AuditVerificationDto = z.infer<typeof auditVerificationDtoSchema>;
