import {
  createHash,
  createPrivateKey,
  createPublicKey,
  hkdfSync,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';

/** The keys of the audit, made from secrets that the database never sees. */
export interface AuditKeys {
  /** Key of the proofs of rows (HMAC-SHA256). */
  proofKey: Buffer;
  /** Keys that earlier rows were proven with. */
  formerProofKeys: Buffer[];
  /** Names the pair that signs: the first 16 hex digits of the public key's SHA-256. */
  keyId: string;
  /** Raw Ed25519 public key, base64url: whoever has it can check signatures without the secret. */
  publicKey: string;
  /** @returns the Ed25519 signature (RFC 8032), base64url. */
  sign(text: string): string;
  /** Whether a key of now or before of this name signed it. */
  isSigned(text: string, signature: string, keyId: string): boolean;
  /** @returns the name of a public key of now or before; null: it is none of ours. */
  idOf(publicKey: string): string | null;
  isKnown(keyId: string): boolean;
}

/** DER of a PKCS#8 Ed25519 private key up to its 32 bytes (RFC 8410). */
const pkcs8Head = Buffer.from('302e020100300506032b657004220420', 'hex');
const rawKeyBytes = 32;

/**
 * Derives the keys of the audit from a secret (HKDF-SHA256, RFC 5869), so that one setting is enough.
 * @param formerSecrets secrets of before: what was proven and signed with them is still known to be right.
 */
export function createAuditKeys(secret: string, formerSecrets: string[] = []): AuditKeys {
  const present = derivePair(secret);
  const former = formerSecrets.map(derivePair);
  const byId = new Map([present, ...former].map((pair) => [pair.keyId, pair]));
  return {
    proofKey: present.proofKey,
    formerProofKeys: former.map(({ proofKey }) => proofKey),
    keyId: present.keyId,
    publicKey: present.raw,
    sign: (text) => sign(null, Buffer.from(text), present.privateKey).toString('base64url'),
    isSigned(text, signature, keyId) {
      const pair = byId.get(keyId);
      return !!pair && verify(null, Buffer.from(text), pair.publicKey, Buffer.from(signature, 'base64url'));
    },
    idOf: (publicKey) => [...byId.values()].find(({ raw }) => raw === publicKey)?.keyId ?? null,
    isKnown: (keyId) => byId.has(keyId),
  };
}

interface DerivedPair {
  proofKey: Buffer;
  keyId: string;
  privateKey: KeyObject;
  publicKey: KeyObject;
  raw: string;
}

function derivePair(secret: string): DerivedPair {
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
    privateKey,
    publicKey,
    raw: raw.toString('base64url'),
  };
}
