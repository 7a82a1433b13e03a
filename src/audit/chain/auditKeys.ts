import { createHash, createPrivateKey, createPublicKey, hkdfSync, sign, verify } from 'node:crypto';

/** The keys of the audit, made from one secret that the database never sees. */
export interface AuditKeys {
  /** Key of the proofs of rows (HMAC-SHA256). */
  proofKey: Buffer;
  /** Names the pair that signs: the first 16 hex digits of the public key's SHA-256. */
  keyId: string;
  /** Raw Ed25519 public key, base64url: whoever has it can check signatures without the secret. */
  publicKey: string;
  /** @returns the Ed25519 signature (RFC 8032), base64url. */
  sign(text: string): string;
  isSigned(text: string, signature: string): boolean;
}

/** DER of a PKCS#8 Ed25519 private key up to its 32 bytes (RFC 8410). */
const pkcs8Head = Buffer.from('302e020100300506032b657004220420', 'hex');
const rawKeyBytes = 32;

/** Derives the keys of the audit from a secret (HKDF-SHA256, RFC 5869), so that one setting is enough. */
export function createAuditKeys(secret: string): AuditKeys {
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', secret, '', purpose, rawKeyBytes));
  const privateKey = createPrivateKey({
    key: Buffer.concat([pkcs8Head, derive('narutalk audit signature')]),
    format: 'der',
    type: 'pkcs8',
  });
  const publicKey = createPublicKey(privateKey);
  const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(-rawKeyBytes);
  return {
    proofKey: derive('narutalk audit proof'),
    keyId: createHash('sha256').update(raw).digest('hex').slice(0, 16),
    publicKey: raw.toString('base64url'),
    sign: (text) => sign(null, Buffer.from(text), privateKey).toString('base64url'),
    isSigned: (text, signature) =>
      verify(null, Buffer.from(text), publicKey, Buffer.from(signature, 'base64url')),
  };
}
