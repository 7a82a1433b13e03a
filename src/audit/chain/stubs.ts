import type { Seal, Stub } from '../../repositories/auditSeals';
import type { AuditKeys } from './auditKeys';
import { canonicalJson } from './rowProofs';

/** Signs what is left of a segment whose rows go. */
export function stubOf(
  seal: Seal,
  { rowsFrom, rowsTo, retiredAt }: { rowsFrom: Date; rowsTo: Date; retiredAt: Date },
  keys: AuditKeys,
): Stub {
  const times = {
    rowsFrom: rowsFrom.toISOString(),
    rowsTo: rowsTo.toISOString(),
    retiredAt: retiredAt.toISOString(),
  };
  return { ...times, keyId: keys.keyId, signature: keys.sign(signedText(seal, times)) };
}

/** Whether a retired segment is what the program left of it. */
export function isStubSigned(seal: Seal, stub: Stub, keys: AuditKeys): boolean {
  return keys.isSigned(signedText(seal, stub), stub.signature, stub.keyId);
}

/** Everything that stays: number, hash, link and signature of the seal, which rows there were, and their times. */
function signedText(
  seal: Seal,
  { rowsFrom, rowsTo, retiredAt }: Pick<Stub, 'rowsFrom' | 'rowsTo' | 'retiredAt'>,
) {
  const { number, table, kind, rowNumbers, upTo, missing, previousHash, hash, keyId, signature, sealedAt } =
    seal;
  return canonicalJson({
    ...{ number, table, kind, rowNumbers, upTo, missing, previousHash, hash, keyId, signature, sealedAt },
    ...{ rowsFrom, rowsTo, retiredAt },
  });
}
