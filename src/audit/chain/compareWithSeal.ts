import type { Seal, WrittenRow } from '../../repositories/auditSeals';
import type { AuditFinding } from '../../shared/auditChain';
import type { CheckableProofs } from './rowProofs';

/** Compares the rows of a seal, by their numbers, with what it says of them. */
export function compareWithSeal(
  { table, rowNumbers, rowIds, proofs: sealed }: Seal,
  written: Map<number, WrittenRow>,
  proofs: CheckableProofs,
): { right: WrittenRow[]; wrong: AuditFinding[] } {
  const right: WrittenRow[] = [];
  const wrong: AuditFinding[] = [];
  for (const [at, number] of rowNumbers.entries()) {
    const row = written.get(number);
    // A seal that somebody changed may have fewer of them than numbers.
    const id = rowIds[at] ?? String(number);
    const proof = sealed[at] ?? '';
    if (!row || row.id !== id) {
      wrong.push({ table, id, reason: 'missing' });
    } else if (isAsSealed(row, proof)) {
      right.push(row);
    } else {
      // It had no proof when it was sealed: somebody else had put it there.
      wrong.push({ table, id, reason: proof ? 'changed' : 'inserted' });
    }
  }
  return { right, wrong };

  function isAsSealed({ proof, content }: WrittenRow, ofSeal: string): boolean {
    if (proof === null) return proofs.isTaken(ofSeal, table, content);
    return proof === ofSeal && proofs.isProof(proof, table, content);
  }
}
