import type { Logger } from '../../logging/logger';
import type { AuditedTurnRepository } from '../../repositories/auditedTurns';
import type { AuditRetirementRepository, SegmentToRetire } from '../../repositories/auditRetirement';
import type { AuditSealRepository, Seal } from '../../repositories/auditSeals';
import type { ProvableRow, ProvableTurn, RecordKind, SealedTable } from '../../repositories/rowProofs';
import type { Database } from '../../storage/database/database';
import type { AuditLog } from '../auditLog';
import type { AuditKeys } from './auditKeys';
import { compareTurns } from './compareTurns';
import { compareWithSeal } from './compareWithSeal';
import type { CheckableProofs } from './rowProofs';
import { stubOf } from './stubs';

/** Days for which rows of each kind are kept. */
export type DaysKept = Record<RecordKind, number>;

interface RetirementDependencies {
  database: Database;
  seals: AuditSealRepository;
  auditedTurns: AuditedTurnRepository;
  retirement: AuditRetirementRepository;
  proofs: CheckableProofs;
  keys: AuditKeys;
  daysKept: DaysKept;
  audit: AuditLog;
  logger: Logger;
}

/** What refers to others goes before them: spans and messages before their turns. */
const inOrder: SealedTable[] = ['system_trace_logs', 'chat_history', 'turns'];

const kindsIn: Record<SealedTable, RecordKind[]> = {
  system_trace_logs: ['traces', 'events'],
  chat_history: ['chats'],
  turns: ['chats'],
};

const dayMs = 24 * 60 * 60_000;

/**
 * Retires the segments of which every row is past its time: their rows go, a signed stub stays, and an event says so. A segment
 * that is not as it was written is kept: what is left of the evidence must not go with it.
 * @returns how many segments were retired.
 */
export async function retirePastTime(
  now: Date,
  dependencies: RetirementDependencies,
  signal?: AbortSignal,
): Promise<number> {
  const { database, seals, retirement, daysKept, audit } = dependencies;
  const keptSince = (days: number) => new Date(now.getTime() - days * dayMs);
  let retired = 0;
  for (const table of inOrder) {
    const days = kindsIn[table].map((kind) => daysKept[kind]);
    // Rows are older than their seal, so this finds all that can be due, and some that are not.
    const sealedBefore = keptSince(Math.min(...days));
    for (let after = 0; !signal?.aborted;) {
      const page = await seals.due(table, after, sealedBefore);
      if (page.length === 0) break;
      after = page.at(-1)!.number;
      const segments: SegmentToRetire[] = [];
      for (const seal of page) {
        // Segments from before kinds are kept as long as any of the kinds they may hold.
        const since = keptSince(seal.kind ? daysKept[seal.kind] : Math.max(...days));
        const segment = await whenPastTime(seal, since, dependencies);
        if (segment) segments.push(segment);
      }
      if (segments.length > 0) retired += await retire(table, segments);
    }
  }
  return retired;

  function retire(table: SealedTable, segments: SegmentToRetire[]): Promise<number> {
    return database.sequelize.transaction(async (transaction) => {
      const taken = await retirement.take(
        segments.map(({ number }) => number),
        transaction,
      );
      const mine = segments.filter(({ number }) => taken.has(number));
      if (mine.length === 0) return 0;
      await retirement.retire(table, mine, { unusedSince: keptSince(daysKept.chats) }, transaction);
      await audit.record({ name: 'audit.retire', input: whatWent(table, mine) }, transaction);
      return mine.length;
    });
  }
}

/** @returns null for a segment that is to be kept. */
async function whenPastTime(
  seal: Seal,
  since: Date,
  { seals, auditedTurns, retirement, proofs, keys, logger }: RetirementDependencies,
): Promise<SegmentToRetire | null> {
  const { number, table, rowNumbers, rowIds } = seal;
  const rows = await seals.written(table, rowNumbers);
  const times = rows.map(({ content }) => timeOf(content).getTime());
  const [rowsFrom, rowsTo] = [new Date(Math.min(...times)), new Date(Math.max(...times))];
  if (rowsTo >= since) return null;
  const { right, wrong } = compareWithSeal(seal, new Map(rows.map((row) => [row.number, row])), proofs);
  if (table === 'turns') {
    if (await retirement.isAnyNeeded(rowIds)) return null;
    const turns = right.map(({ content }) => content as ProvableTurn);
    wrong.push(...(await compareTurns(turns, { auditedTurns, proofs })));
  }
  if (wrong.length > 0) {
    logger.error({ segment: number, first: wrong[0] }, 'not as it was written, and kept past its time');
    return null;
  }
  return {
    number,
    rowNumbers,
    rowIds,
    stub: stubOf(seal, { rowsFrom, rowsTo, retiredAt: new Date() }, keys),
  };
}

function timeOf(row: ProvableRow): Date {
  if ('recordedAt' in row) return row.recordedAt;
  // Only turns that are over are sealed.
  return 'createdAt' in row ? row.createdAt : row.finishedAt!;
}

function whatWent(table: SealedTable, segments: SegmentToRetire[]) {
  return {
    table,
    segments: segments.map(({ number }) => number),
    rows: segments.reduce((sum, { rowNumbers }) => sum + rowNumbers.length, 0),
    from: segments.map(({ stub }) => stub.rowsFrom).sort()[0],
    to: segments
      .map(({ stub }) => stub.rowsTo)
      .sort()
      .at(-1),
  };
}
