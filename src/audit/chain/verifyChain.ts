import type { AuditSealRepository, Seal, WrittenRow } from '../../repositories/auditSeals';
import { sealedTables, type RowProofs, type SealedTable } from '../../repositories/rowProofs';
import type { AuditFinding, AuditVerificationDto } from '../../shared/auditChain';
import type { AuditKeys } from './auditKeys';
import type { KeptHeads } from './heads';
import { hashOfSeal } from './sealing';

/** Findings that are listed; whoever has so many needs no more. */
const mostFindings = 1_000;

/** Seals read at a time. */
const sealsPerRead = 20;

/** Rows that are not sealed yet, read at a time. */
const rowsPerRead = 500;

export interface VerifyingDependencies {
  seals: AuditSealRepository;
  proofs: RowProofs;
  keys: AuditKeys;
  heads: KeptHeads;
  /** What is compared besides with a row that is right, such as the turn a span has ended. */
  compareWith?: (table: SealedTable, rows: WrittenRow[]) => Promise<AuditFinding[]>;
}

/** What is known of a table once the seals so far have been read. */
interface Progress {
  upTo: number;
  missing: Set<number>;
  /** Numbers that are taken by rows no seal has named yet. */
  strays: Set<number>;
}

/**
 * Compares every row with its proof, every seal with its rows, its hash, its signature and the seal before it, and the chain
 * with the heads that were kept elsewhere. Rows may be written and sealed meanwhile. Findings come in the order of the chain.
 */
export async function verifyChain(dependencies: VerifyingDependencies): Promise<AuditVerificationDto> {
  const { seals, proofs, keys, heads, compareWith } = dependencies;
  const findings: AuditFinding[] = [];
  const progress = new Map<SealedTable, Progress>(
    sealedTables.map((table) => [table, { upTo: 0, missing: new Set(), strays: new Set() }]),
  );
  const kept = await heads.read();
  let checked = 0;
  let last: Seal | null = null;

  for (let read = await seals.after(0, sealsPerRead); read.length > 0;) {
    for (const seal of read) {
      findings.push(...findInSeal(seal, last));
      findings.push(...kept.findAt(seal));
      await checkRows(seal);
      last = seal;
      if (findings.length > mostFindings) return report();
    }
    read = await seals.after(last!.number, sealsPerRead);
  }
  findings.push(...kept.findBeyond(last?.number ?? 0));
  for (const table of sealedTables) await checkUnsealed(table);
  return report();

  function findInSeal(seal: Seal, before: Seal | null): AuditFinding[] {
    const finding = (reason: AuditFinding['reason'], number = seal.number) => ({
      table: 'audit_seals',
      id: String(number),
      reason,
    });
    const expected = (before?.number ?? 0) + 1;
    if (seal.number !== expected) return [finding('missing', expected)];
    if (hashOfSeal(seal) !== seal.hash) return [finding('changed')];
    if (seal.previousHash !== (before?.hash ?? null)) return [finding('inserted')];
    if (seal.keyId !== keys.keyId) return [finding('unknown_key')];
    return keys.isSigned(seal.hash, seal.signature) ? [] : [finding('inserted')];
  }

  async function checkRows(seal: Seal): Promise<void> {
    const { table, rowNumbers, rowIds } = seal;
    const state = progress.get(table)!;
    const rows = await seals.written(table, rowNumbers);
    const byNumber = new Map(rows.map((row) => [row.number, row]));
    const right: WrittenRow[] = [];
    for (const [at, number] of rowNumbers.entries()) {
      const row = byNumber.get(number);
      const id = rowIds[at]!;
      checked += 1;
      if (row?.id !== id) findings.push({ table, id, reason: 'missing' });
      else if (isAsSealed(table, row, seal.proofs[at]!)) right.push(row);
      else findings.push({ table, id, reason: seal.proofs[at] ? 'changed' : 'inserted' });
    }
    if (compareWith) findings.push(...(await compareWith(table, right)));
    await noteStrays(seal, state);
  }

  function isAsSealed(table: SealedTable, row: WrittenRow, sealed: string): boolean {
    return proofs.prove(table, row.content) === sealed && (row.proof === null || row.proof === sealed);
  }

  /** Numbers between those of the seals that some row has all the same: a write that was late, or one that is not ours. */
  async function noteStrays(seal: Seal, state: Progress): Promise<void> {
    const named = new Set(seal.rowNumbers);
    const taken =
      seal.upTo > state.upTo ? await seals.numbersBetween(seal.table, state.upTo + 1, seal.upTo) : [];
    for (const number of taken) if (!named.has(number)) state.strays.add(number);
    for (const number of named) state.strays.delete(number);
    state.upTo = Math.max(state.upTo, seal.upTo);
    state.missing = new Set(seal.missing.map(([number]) => number));
  }

  /** Rows behind the last seal and late ones need a right proof; others that no seal names are not ours. */
  async function checkUnsealed(table: SealedTable): Promise<void> {
    const { upTo, missing, strays } = progress.get(table)!;
    const late = [...strays].filter((number) => missing.has(number));
    const foreign = [...strays].filter((number) => !missing.has(number));
    for (const { id } of await seals.written(table, foreign.slice(0, mostFindings)))
      findings.push({ table, id, reason: 'inserted' });
    for (let after = upTo, numbers = late; ;) {
      const places = await seals.unsealed(table, {
        after,
        missing: numbers,
        limit: rowsPerRead,
        given: false,
      });
      if (places.length === 0) return;
      const rows = await seals.written(
        table,
        places.map(({ number }) => number),
      );
      for (const row of rows) {
        checked += 1;
        // Before the first seal, rows from before there were proofs stand unsealed.
        const isBeforeProofs = row.proof === null && upTo === 0;
        if (!isBeforeProofs && proofs.prove(table, row.content) !== row.proof)
          findings.push({ table, id: row.id, reason: 'inserted' });
      }
      after = Math.max(after, ...places.map(({ number }) => number));
      numbers = [];
      if (findings.length > mostFindings) return;
    }
  }

  function report(): AuditVerificationDto {
    const [first] = findings;
    return {
      ok: findings.length === 0,
      checked,
      seals: last?.number ?? 0,
      ...(first ? { first } : {}),
      findings: findings.slice(0, mostFindings),
    };
  }
}
