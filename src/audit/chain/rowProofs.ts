import { createHmac } from 'node:crypto';
import { configure } from 'safe-stable-stringify';
import type { RowProofs } from '../../repositories/rowProofs';

/** The same text for the same content whatever the order of its keys: jsonb keeps no order. */
export const canonicalJson = configure({ circularValue: Error }) as (value: unknown) => string;

/**
 * Proofs of rows: HMAC-SHA256 over their content with a key outside the database. Whoever can write to the tables but does not
 * have the key can neither change a row nor add one that has a right proof.
 */
export function createRowProofs(proofKey: Buffer): RowProofs {
  return {
    prove: (table, row) =>
      createHmac('sha256', proofKey)
        .update(`${table}\n${canonicalJson(row)}`)
        .digest('base64url'),
  };
}
