import { setImmediate as letOthersIn } from 'node:timers/promises';
import type { AuditedTurnRepository } from '../../repositories/auditedTurns';
import type { AuditSealRepository, Seal, WrittenRow } from '../../repositories/auditSeals';
import { sealedTables, type ProvableTurn, type SealedTable } from '../../repositories/rowProofs';
import type { AuditFinding, AuditVerificationDto } from '../../shared/auditChain';
import type { AuditKeys } from './auditKeys';
import { compareTurns } from './compareTurns';
import { compareWithSeal } from './compareWithSeal';
import type { KeptHeads } from './heads';
import type { CheckableProofs } from './rowProofs';
import { hashOfSeal } from './sealing';
import { isStubSigned } from './stubs';

/** Findings that are listed; whoever has so many needs no more. */
const mostFindings = 1_000;

/** Rows that are not sealed yet, read at a time. */
const rowsPerRead = 500;

export interface VerifyingDependencies {
  seals: AuditSealRepository;
  auditedTurns: AuditedTurnRepository;
  proofs: CheckableProofs;
  keys: AuditKeys;
  heads: KeptHeads;
}

/** What is known of a table once the seals so far have been read. */
interface Progress {
  upTo: number;
  missing: Set<number>;
  /** Numbers that are taken by rows no seal has named yet. */
  strays: Set<number>;
}

/**
 * Compares every row with its proof, every seal with its rows, its hash, its signature and the seal before it, every stub with
 * its signature, turns with their events, and the chain with the heads that were kept elsewhere. Rows may be written, sealed and
 * retired meanwhile. Reads a page at a time and lets others in between. Findings come in the order of the chain.
 */
export async function verifyChain(dependencies: VerifyingDependencies): Promise<AuditVerificationDto> {
  const { seals, auditedTurns, proofs, keys, heads } = dependencies;
  const findings: AuditFinding[] = [];
  const progress = new Map<SealedTable, Progress>(
    sealedTables.map((table) => [table, { upTo: 0, missing: new Set(), strays: new Set() }]),
  );
  const kept = await heads.read();
  let checked = 0;
  let last: Seal | null = null;

  for (let page = await seals.after(0); page.length > 0; page = await seals.after(last!.number)) {
    const written = await readRows(page);
    for (const seal of page) {
      findings.push(...findInSeal(seal, last));
      findings.push(...kept.findAt(seal));
      const rows = written.get(seal.table);
      if (rows) await checkRows(seal, rows);
      last = seal;
      if (findings.length > mostFindings) return report();
    }
    for (const table of written.keys()) await noteStrays(table, page);
    await letOthersIn();
  }
  findings.push(...kept.findBeyond(last?.number ?? 0));
  for (const table of sealedTables) await checkUnsealed(table);
  for (const row of await auditedTurns.unaccounted()) findings.push({ ...row, reason: 'inserted' });
  return report();

  function findInSeal(seal: Seal, before: Seal | null): AuditFinding[] {
    const finding = (reason: AuditFinding['reason'], number = seal.number) => ({
      table: 'audit_seals',
      id: String(number),
      reason,
    });
    const expected = (before?.number ?? 0) + 1;
    if (seal.number !== expected) return [finding('missing', expected)];
    if (!seal.stub && hashOfSeal(seal) !== seal.hash) return [finding('changed')];
    if (seal.previousHash !== (before?.hash ?? null)) return [finding('inserted')];
    if (!keys.isKnown(seal.keyId)) return [finding('unknown_key')];
    if (!keys.isSigned(seal.hash, seal.signature, seal.keyId)) return [finding('inserted')];
    return seal.stub && !isStubSigned(seal, seal.stub, keys) ? [finding('changed')] : [];
  }

  /** The rows of these seals by table and number. */
  async function readRows(page: Seal[]): Promise<Map<SealedTable, Map<number, WrittenRow>>> {
    const written = new Map<SealedTable, Map<number, WrittenRow>>();
    // A seal of any other table is found to be changed.
    for (const table of sealedTables.filter((each) => page.some((seal) => seal.table === each))) {
      const rows = await seals.written(table, numbersOf(table, page));
      written.set(table, new Map(rows.map((row) => [row.number, row])));
    }
    return written;
  }

  async function checkRows(seal: Seal, written: Map<number, WrittenRow>): Promise<void> {
    if (seal.stub) return; // whatever has one of its numbers is a stray
    checked += seal.rowNumbers.length;
    const { right, wrong } = compareWithSeal(seal, written, proofs);
    const found = [...wrong, ...(await compareRight(seal.table, right))];
    // Its time may have been over since it was read.
    if (found.length === 0 || (await seals.isRetired(seal.number))) return;
    findings.push(...found);
  }

  async function compareRight(table: SealedTable, rows: WrittenRow[]): Promise<AuditFinding[]> {
    if (table !== 'turns' || rows.length === 0) return [];
    const turns = rows.map(({ content }) => content as ProvableTurn);
    return compareTurns(turns, { auditedTurns, proofs });
  }

  /** Numbers between those of the seals that some row has all the same: a write that was late, or one that is not ours. */
  async function noteStrays(table: SealedTable, page: Seal[]): Promise<void> {
    const state = progress.get(table)!;
    const ofTable = page.filter((seal) => seal.table === table);
    const named = new Set(numbersOf(table, page));
    const upTo = Math.max(...ofTable.map((seal) => seal.upTo));
    const taken = upTo > state.upTo ? await seals.numbersBetween(table, state.upTo + 1, upTo) : [];
    for (const number of taken) state.strays.add(number);
    for (const number of named) state.strays.delete(number);
    state.upTo = Math.max(state.upTo, upTo);
    const { missing } = ofTable.at(-1)!;
    state.missing = new Set(Array.isArray(missing) ? missing.map(([number]) => number) : []);
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
      const right: WrittenRow[] = [];
      for (const row of rows) {
        checked += 1;
        // Before the first seal, rows from before there were proofs stand unsealed.
        const isBeforeProofs = row.proof === null && upTo === 0;
        if (isBeforeProofs || (row.proof !== null && proofs.isProof(row.proof, table, row.content)))
          right.push(row);
        else findings.push({ table, id: row.id, reason: 'inserted' });
      }
      findings.push(...(await compareRight(table, right)));
      after = Math.max(after, ...places.map(({ number }) => number));
      numbers = [];
      if (findings.length > mostFindings) return;
      await letOthersIn();
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

/** Numbers of a table that these seals hold rows of. */
function numbersOf(table: SealedTable, page: Seal[]): number[] {
  return page.filter((seal) => seal.table === table && !seal.stub).flatMap(({ rowNumbers }) => rowNumbers);
}
