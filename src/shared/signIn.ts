import { z } from 'zod';

/** Six digits of the app, or a code to recover with. */
const code = z.string().trim().min(6).max(60);
const currentPassword = z.string().min(1).max(200);

export const beginSecondFactorSchema = z.strictObject({ currentPassword });
export const confirmSecondFactorSchema = z.strictObject({ code });
/** What only the owner may do: both are asked. */
export const secondFactorProofSchema = z.strictObject({ currentPassword, code });

/** The own second factor. */
export const secondFactorDtoSchema = z
  .object({
    on: z.boolean(),
    demanded: z
      .boolean()
      .describe('Whether the role must have one to sign in with a password; it cannot be turned off then.'),
    since: z.iso.datetime({ offset: true }).nullable().describe('Null: it is off.'),
    recoveryCodesLeft: z.int(),
  })
  .meta({ id: 'SecondFactor' });
export type SecondFactorDto = z.infer<typeof secondFactorDtoSchema>;

/** What an authenticator app is given, once. */
export const newSecondFactorDtoSchema = z
  .object({
    secret: z.string().describe('Base 32, to type.'),
    uri: z.string().describe('`otpauth://...`, to scan.'),
  })
  .meta({ id: 'NewSecondFactor' });
export type NewSecondFactorDto = z.infer<typeof newSecondFactorDtoSchema>;

/** Shown once: only their hashes are kept. */
export const recoveryCodesDtoSchema = z
  .object({ recoveryCodes: z.array(z.string()) })
  .meta({ id: 'RecoveryCodes' });
export type RecoveryCodesDto = z.infer<typeof recoveryCodesDtoSchema>;
