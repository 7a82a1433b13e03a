import { createHmac, hkdfSync } from 'node:crypto';

/** Names that tell one person from another and nobody who it is. */
export interface Pseudonyms {
  /** Eight hexadecimal digits, always the same ones for a person; without the secret they cannot be worked out. */
  of(employeeId: number): string;
}

/** @param secret of the audit's keys; a key of its own is derived from it (HKDF-SHA256). */
export function createPseudonyms(secret: string): Pseudonyms {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'narutalk audit pseudonym', 32));
  return {
    of: (employeeId) =>
      createHmac('sha256', key).update(String(employeeId)).digest('hex').slice(0, 8).toUpperCase(),
  };
}
