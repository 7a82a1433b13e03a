import { z } from 'zod';

/** Letters of a customer's name, code, region or other names. */
export const customerFilterSchema = z.strictObject({
  q: z.string().normalize('NFC').trim().max(100).optional(),
});

/** A customer as lists and choices show one. */
export interface CustomerDto {
  code: string;
  name: string;
  type: string;
  region: string | null;
  grade: string | null;
  aliases: string[];
  /** Looked after today by the reader, or by somebody of the reader's team. */
  isAssigned: boolean;
}
