import { z } from 'zod';

/** Kinds of personal data that are looked for in texts. */
export const personalDataKinds = [
  'resident_number',
  'driver_licence',
  'passport',
  'card',
  'account',
  'phone',
  'email',
  'patient_name',
] as const;

export const personalDataKindSchema = z.enum(personalDataKinds);
export type PersonalDataKind = z.infer<typeof personalDataKindSchema>;
