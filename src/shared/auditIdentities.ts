import { z } from 'zod';

/** Whom an analyst who sees pseudonyms has to know, and why: both are recorded before the answer. */
export const identifySchema = z.strictObject({
  pseudonym: z
    .string()
    .trim()
    .min(1)
    .max(40)
    .describe('As it stands in place of the employee number: `7F3A92C1`.'),
  reason: z.string().trim().min(5).max(500),
});

/** The person behind a pseudonym. */
export const identifiedEmployeeDtoSchema = z
  .object({
    pseudonym: z.string(),
    employeeNo: z.string(),
    name: z.string(),
    team: z.string().nullable(),
  })
  .meta({ id: 'IdentifiedEmployee' });
export type IdentifiedEmployeeDto = z.infer<typeof identifiedEmployeeDtoSchema>;
