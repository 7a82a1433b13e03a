import { z } from 'zod';

/** Six digits of the app, or a code to recover with. */
const code = z.string().trim().min(6).max(60);
const currentPassword = z.string().min(1).max(200);

export const beginSecondFactorSchema = z.strictObject({ currentPassword });
export const confirmSecondFactorSchema = z.strictObject({ code });
/** What only the owner may do: both are asked. */
export const secondFactorProofSchema = z.strictObject({ currentPassword, code });

/** The own second factor. */
export interface SecondFactorDto {
  on: boolean;
  /** Null: it is off. */
  since: string | null;
  recoveryCodesLeft: number;
}

/** What an authenticator app is given, once. */
export interface NewSecondFactorDto {
  /** Base 32, to type. */
  secret: string;
  /** `otpauth://...`, to scan. */
  uri: string;
}

/** Shown once: only their hashes are kept. */
export interface RecoveryCodesDto {
  recoveryCodes: string[];
}
