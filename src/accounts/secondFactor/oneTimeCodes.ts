import { Secret, TOTP } from 'otpauth';

/** What every authenticator app takes: RFC 6238 with SHA-1, six digits, half a minute. */
const form = { algorithm: 'SHA1', digits: 6, period: 30 } as const;

/** Half minutes a clock may be off, and the time it takes to type. */
const tolerance = 1;

/** 160 random bits in base 32, as people type it where they cannot scan it. */
export function newCodeSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** What an authenticator app scans. */
export function codeUri(secret: string, email: string): string {
  return new TOTP({
    ...form,
    issuer: 'NaruTalk',
    label: email,
    secret: Secret.fromBase32(secret),
  }).toString();
}

/** Half minute that a code belongs to; null: it is none of those that count now. */
export function stepOfCode(secret: string, code: string, now: Date): number | null {
  const totp = new TOTP({ ...form, secret: Secret.fromBase32(secret) });
  const timestamp = now.getTime();
  const moved = totp.validate({ token: code, timestamp, window: tolerance });
  return moved === null ? null : totp.counter({ timestamp }) + moved;
}
