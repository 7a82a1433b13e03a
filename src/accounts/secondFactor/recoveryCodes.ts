import { randomBytes } from 'node:crypto';
import { Secret } from 'otpauth';
import { tokenHash } from '../secretToken';

const howMany = 10;
/** 120 bits: enough for a plain hash to be kept of it (OWASP ASVS 5, 6.5.2). */
const bytes = 15;

/** Codes to write down, in groups of six letters. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: howMany }, () => {
    const { base32 } = new Secret({ buffer: new Uint8Array(randomBytes(bytes)).buffer });
    return base32.match(/.{6}/g)!.join('-');
  });
}

/** What is kept of a code, however it was typed. */
export function recoveryCodeHash(code: string): string {
  return tokenHash(code.toUpperCase().replace(/[^A-Z2-7]/g, ''));
}
