import { createHash, createHmac } from 'node:crypto';
import { configure } from 'safe-stable-stringify';
import type { ProvableRow, RowProofs, SealedTable } from '../../repositories/rowProofs';

/** The same text for the same content whatever the order of its keys: jsonb keeps no order. */
export const canonicalJson = configure({ circularValue: Error }) as (value: unknown) => string;

/** Characters of an event's hash: 96 bits, of which another event cannot be made to have the same. */
const eventHashLength = 16;

/** Proofs that can also be checked where they were made with a key from before. */
export interface CheckableProofs extends RowProofs {
  isProof(proof: string, table: SealedTable, row: ProvableRow): boolean;
  /** Proves a row from before there were proofs, so that none whose proof was taken away passes for one. */
  take(table: SealedTable, row: ProvableRow): string;
  isTaken(proof: string, table: SealedTable, row: ProvableRow): boolean;
}

/**
 * Proofs of rows: HMAC-SHA256 over their content with a key outside the database. Whoever can write to the tables but does not
 * have the key can neither change a row nor add one that has a right proof.
 * @param formerKeys keys that proofs of earlier rows were made with.
 */
export function createRowProofs(proofKey: Buffer, formerKeys: Buffer[] = []): CheckableProofs {
  const proofOf = (key: Buffer, text: string) => createHmac('sha256', key).update(text).digest('base64url');
  const textOf = (table: SealedTable, row: ProvableRow) => `${table}\n${canonicalJson(row)}`;
  const isOfAnyKey = (proof: string, text: string) =>
    [proofKey, ...formerKeys].some((key) => proofOf(key, text) === proof);
  return {
    prove: (table, row) => proofOf(proofKey, textOf(table, row)),
    isProof: (proof, table, row) => isOfAnyKey(proof, textOf(table, row)),
    take: (table, row) => proofOf(proofKey, `taken ${textOf(table, row)}`),
    isTaken: (proof, table, row) => isOfAnyKey(proof, `taken ${textOf(table, row)}`),
    hashEvent: ({ conversationId, turnId, seq, type, payload, createdAt }) =>
      createHash('sha256')
        .update(canonicalJson([conversationId, turnId, seq, type, payload, createdAt]))
        .digest('base64url')
        .slice(0, eventHashLength),
  };
}
