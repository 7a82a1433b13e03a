import { createHash } from 'node:crypto';
import type { Transaction } from 'sequelize';
import type { AuditSealRepository, RowPlace, Seal } from '../../repositories/auditSeals';
import { recordKinds, sealedTables, type SealedTable } from '../../repositories/rowProofs';
import type { Database } from '../../storage/database/database';
import type { AuditKeys } from './auditKeys';
import { canonicalJson, type CheckableProofs } from './rowProofs';

/** Rows of one seal: what verifying reads at a time. */
const rowsPerSeal = 500;

/** Milliseconds after which a number that was never seen is taken for a write that failed. */
const missingForgottenMs = 24 * 60 * 60_000;

/** Numbers noted as missing by one seal at most. */
const mostMissing = 10_000;

export interface SealingDependencies {
  database: Database;
  seals: AuditSealRepository;
  proofs: CheckableProofs;
  keys: AuditKeys;
}

/**
 * Seals what has been written since the last look. Writers do not wait for each other or for this: they prove their rows, and
 * the order is made here, by one process at a time. Numbers are given before a write is committed, so a number that is not
 * seen yet is noted and looked for again.
 * @returns the last seal made; null when there was nothing to seal, or another process is at it.
 */
export function sealWritten({ database, seals, proofs, keys }: SealingDependencies): Promise<Seal | null> {
  return database.sequelize.transaction(async (transaction) => {
    if (!(await seals.mayISeal(transaction))) return null;
    let made: Seal | null = null;
    for (const table of sealedTables) {
      let before = await seals.last(table, transaction);
      const isFirst = before === null;
      for (;;) {
        const after = before?.upTo ?? 0;
        const missing = before?.missing.map(([number]) => number) ?? [];
        const rows = await seals.unsealed(
          table,
          { after, missing, limit: rowsPerSeal, given: true },
          transaction,
        );
        if (rows.length === 0) break;
        const taken = isFirst ? await takeUnproven(table, rows, transaction) : new Map<number, string>();
        const link: Seal | null = made ?? (await seals.last(null, transaction));
        for (const seal of sealsOf(table, rows, taken, { before, link })) {
          await seals.add(seal, transaction);
          made = seal;
        }
        before = made;
      }
    }
    return made;
  });

  /** Rows from before there were proofs are taken as they are, when a table is sealed for the first time. */
  async function takeUnproven(table: SealedTable, rows: RowPlace[], transaction: Transaction) {
    const unproven = rows.filter(({ proof }) => proof === null).map(({ number }) => number);
    const written = unproven.length > 0 ? await seals.written(table, unproven, transaction) : [];
    return new Map(written.map(({ number, content }) => [number, proofs.take(table, content)]));
  }

  /** One seal for the rows of each kind, so that those of a kind can go together when their time is over. */
  function sealsOf(
    table: SealedTable,
    rows: RowPlace[],
    taken: Map<number, string>,
    { before, link }: { before: Seal | null; link: Seal | null },
  ): Seal[] {
    const seen = rows.map(({ number }) => number);
    const looked = { upTo: Math.max(before?.upTo ?? 0, ...seen), missing: missingAfter(before, seen) };
    const made: Seal[] = [];
    for (const kind of recordKinds) {
      const ofKind = rows.filter((row) => row.kind === kind);
      if (ofKind.length === 0) continue;
      const previous = made.at(-1) ?? link;
      const content = {
        number: (previous?.number ?? 0) + 1,
        ...{ table, kind, ...looked },
        rowIds: ofKind.map(({ id }) => id),
        rowNumbers: ofKind.map(({ number }) => number),
        // A row without a proof that came later was not written by this program: verifying names it.
        proofs: ofKind.map(({ number, proof }) => proof ?? taken.get(number) ?? ''),
        previousHash: previous?.hash ?? null,
        sealedAt: new Date().toISOString(),
      };
      const hash = hashOfSeal(content);
      made.push({ ...content, hash, keyId: keys.keyId, signature: keys.sign(hash), stub: null });
    }
    return made;
  }
}

/** @returns SHA-256, hex, of everything a seal says. */
export function hashOfSeal(seal: Omit<Seal, 'hash' | 'keyId' | 'signature' | 'stub'>): string {
  const { number, table, kind, rowIds, rowNumbers, proofs, upTo, missing, previousHash, sealedAt } = seal;
  const said = { number, table, rowIds, rowNumbers, proofs, upTo, missing, previousHash, sealedAt };
  const content = kind === null ? said : { ...said, kind };
  return createHash('sha256').update(canonicalJson(content)).digest('hex');
}

/** Numbers between those seen that were not, with when that was noticed. */
function missingAfter(before: Seal | null, numbers: number[]): Seal['missing'] {
  const now = new Date();
  const seen = new Set(numbers);
  const oldest = new Date(now.getTime() - missingForgottenMs).toISOString();
  const still = (before?.missing ?? []).filter(
    ([number, noticedAt]) => !seen.has(number) && noticedAt > oldest,
  );
  const from = before?.upTo ?? Math.min(...numbers) - 1;
  const to = Math.max(from, ...numbers);
  const fresh: Seal['missing'] = [];
  // A row that somebody gave a number far ahead must not keep this busy; verifying names it.
  for (let number = Math.max(from + 1, to - mostMissing); number <= to; number += 1) {
    if (!seen.has(number)) fresh.push([number, now.toISOString()]);
  }
  return [...still, ...fresh].slice(-mostMissing);
}
