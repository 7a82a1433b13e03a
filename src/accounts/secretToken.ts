import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** A token nobody can guess: 256 bits, safe in links and cookies. */
export function newSecretToken(): string {
  return randomBytes(32).toString('base64url');
}

/** A password for somebody to sign in with once and change: 96 bits, short enough to be told. */
export function newTemporaryPassword(): string {
  return newSecretToken().slice(0, 16);
}

/** What is stored of a secret token; its entropy makes a slow hash needless. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Compares without telling by time how much is right. */
export function sameToken(given: string, expected: string): boolean {
  return timingSafeEqual(Buffer.from(tokenHash(given)), Buffer.from(tokenHash(expected)));
}
