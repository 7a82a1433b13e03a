import { z } from 'zod';

/** Letters of a customer's name, code, region or other names. */
export const customerFilterSchema = z.strictObject({
  q: z.string().normalize('NFC').trim().max(100).optional(),
});

/** A customer as lists and choices show one. */
export const customerDtoSchema = z
  .object({
    code: z.string(),
    name: z.string(),
    type: z.string(),
    region: z.string().nullable(),
    grade: z.string().nullable(),
    aliases: z.array(z.string()),
    isAssigned: z
      .boolean()
      .describe("Looked after today by the reader, or by somebody of the reader's team."),
  })
  .meta({ id: 'Customer' });
export type CustomerDto = z.infer<typeof customerDtoSchema>;
