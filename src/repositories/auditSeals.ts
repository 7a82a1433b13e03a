import { QueryTypes, type Sequelize, type Transaction } from 'sequelize';
import { sealedTables, type ProvableRow, type RecordKind, type SealedTable } from './rowProofs';
import { turnColumns } from './sealedColumns';

/** What is signed when the rows of a segment are deleted because their time is over. */
export interface Stub {
  retiredAt: string;
  /** Times of its first and its last row. */
  rowsFrom: string;
  rowsTo: string;
  keyId: string;
  signature: string;
}

/** One link of the chain: rows of one table and kind in the order of their numbers, with what each said as its proof. */
export interface Seal {
  number: number;
  table: SealedTable;
  /** None in seals from before kinds. */
  kind: RecordKind | null;
  /** Empty once retired, as `proofs`. */
  rowIds: string[];
  rowNumbers: number[];
  proofs: string[];
  /** Highest number of this table that has been looked at. */
  upTo: number;
  /** Numbers up to there not seen so far, with the time (ISO 8601) at which that was noticed. */
  missing: [number: number, noticedAt: string][];
  previousHash: string | null;
  hash: string;
  keyId: string;
  signature: string;
  sealedAt: string;
  /** None while its rows are kept. */
  stub: Stub | null;
}

/** A written row as it is now. */
export interface WrittenRow {
  id: string;
  number: number;
  /** None in rows from before proofs. */
  proof: string | null;
  content: ProvableRow;
}

/** Where a written row stands, without what it says. */
export type RowPlace = Pick<WrittenRow, 'id' | 'number' | 'proof'> & { kind: RecordKind };

/** Number of the advisory lock that lets one process seal at a time. */
const sealLock = 7_016_201;

/** Seals read at a time, as far as their rows together are no more than `rowsPerRead`. */
const sealsPerRead = 200;
const rowsPerRead = 500;

const numberOf: Record<SealedTable, string> = {
  system_trace_logs: 'number',
  chat_history: 'id',
  turns: 'number',
};

const writtenAt: Record<SealedTable, string> = {
  system_trace_logs: 'recorded_at',
  chat_history: 'created_at',
  turns: 'started_at',
};

const kindOf: Record<SealedTable, string> = {
  system_trace_logs: `CASE WHEN turn_id IS NULL THEN 'events' ELSE 'traces' END`,
  chat_history: `'chats'`,
  turns: `'chats'`,
};

const contentOf: Record<SealedTable, string> = {
  system_trace_logs: `id, turn_id AS "turnId", parent_id AS "parentId", employee_id AS "employeeId", kind, name, input,
    output, error, started_at AS "startedAt", duration_ms AS "durationMs", request_id AS "requestId",
    recorded_at AS "recordedAt"`,
  chat_history: `turn_id AS "turnId", conversation_id AS "conversationId", role, content, citations, tables,
    tool_calls AS "toolCalls", model, input_tokens AS "inputTokens", output_tokens AS "outputTokens",
    cost_krw::double precision AS "costKrw", status, error_code AS "errorCode", follow_ups AS "followUps",
    created_at AS "createdAt"`,
  turns: `${turnColumns}, status, finished_at AS "finishedAt", first_seq AS "firstSeq", event_hashes AS "eventHashes"`,
};

/** The chain over what is written once, and the rows it is about. */
export function createAuditSealRepository(sequelize: Sequelize) {
  const select = <Row extends object>(sql: string, bind: unknown[], transaction?: Transaction) =>
    sequelize.query<Row>(sql, { bind, type: QueryTypes.SELECT, transaction });

  async function next(number: number, condition: string, bind: unknown[]): Promise<Seal[]> {
    const rows = await select<SealRow>(
      `${selectSeals} WHERE number IN (
           SELECT number FROM (
             SELECT number, sum(cardinality(row_numbers)) OVER (ORDER BY number) AS rows, row_number() OVER (ORDER BY number) AS place
             FROM (
               SELECT number, row_numbers FROM audit_seals WHERE number > $1 ${condition} ORDER BY number LIMIT $2
             ) AS next
           ) AS counted WHERE rows <= $3 OR place = 1
         ) ORDER BY number`,
      [number, sealsPerRead, rowsPerRead, ...bind],
    );
    return rows.map(toSeal);
  }

  return {
    /** Keeps others from sealing until the transaction is over. @returns false when another process is at it. */
    async mayISeal(transaction: Transaction): Promise<boolean> {
      const [row] = await select<{ locked: boolean }>(
        `SELECT pg_try_advisory_xact_lock($1) AS locked`,
        [sealLock],
        transaction,
      );
      return row!.locked;
    },
    /** The last seal, of one table or of all. */
    async last(table: SealedTable | null, transaction?: Transaction): Promise<Seal | null> {
      const [row] = await select<SealRow>(
        `${selectSeals} WHERE $1::text IS NULL OR table_name = $1 ORDER BY number DESC LIMIT 1`,
        [table],
        transaction,
      );
      return row ? toSeal(row) : null;
    },
    /** The next seals behind a number, as many as are good to read at a time, at least one. */
    after: (number: number) => next(number, '', []),
    /** The next seals of a table that were made before a time and are not retired. */
    due: (table: SealedTable, after: number, sealedBefore: Date) =>
      next(after, 'AND table_name = $4 AND sealed_at < $5 AND retired_at IS NULL', [table, sealedBefore]),
    /** Rows that no seal covers yet, at most 10,000 of each table, and when the oldest of them was written. */
    async backlog(): Promise<{ rows: number; oldestAt: Date | null }> {
      const unsealedOf = (table: SealedTable) =>
        `(SELECT ${writtenAt[table]} AS "writtenAt" FROM ${table} WHERE ${numberOf[table]} > coalesce((SELECT up_to FROM audit_seals
            WHERE table_name = '${table}' ORDER BY number DESC LIMIT 1), 0) ORDER BY ${numberOf[table]} LIMIT 10000)`;
      const [row] = await select<{ rows: number; oldestAt: Date | null }>(
        `SELECT count(*)::integer AS rows, min("writtenAt") AS "oldestAt" FROM (${sealedTables
          .map(unsealedOf)
          .join(' UNION ALL ')}) AS unsealed`,
        [],
      );
      return row!;
    },
    async isRetired(number: number): Promise<boolean> {
      const [row] = await select<{ isRetired: boolean }>(
        `SELECT retired_at IS NOT NULL AS "isRetired" FROM audit_seals WHERE number = $1`,
        [number],
      );
      return row?.isRetired ?? false;
    },
    async add(seal: Seal, transaction: Transaction): Promise<void> {
      await sequelize.query(
        `INSERT INTO audit_seals (number, table_name, kind, row_ids, row_numbers, proofs, up_to, missing, previous_hash, hash, key_id,
           signature, sealed_at)
         SELECT seal.number, seal."table", seal.kind, seal."rowIds", seal."rowNumbers", seal.proofs, seal."upTo", seal.missing, seal."previousHash",
           seal.hash, seal."keyId", seal.signature, seal."sealedAt"
         FROM jsonb_to_record($1::jsonb)  AS seal (number bigint, "table" text, kind text, "rowIds" text[], "rowNumbers" bigint[],
           proofs text[], "upTo" bigint, missing jsonb, "previousHash" text, hash text, "keyId" text, signature text, "sealedAt" timestamptz)`,
        { bind: [JSON.stringify(seal)], transaction },
      );
    },
    /**
     * Rows behind `after`, and those of the numbers that were missing, in the order of their numbers. `given`: only numbers
     * that the database has given out, so that a row somebody put far ahead does not move the end of what is sealed.
     */
    unsealed(
      table: SealedTable,
      options: { after: number; missing: number[]; limit: number; given: boolean },
      transaction?: Transaction,
    ): Promise<RowPlace[]> {
      const number = numberOf[table];
      return select<RowPlace>(
        `SELECT id::text, ${number} AS number, proof, ${kindOf[table]} AS kind FROM ${table}
         WHERE (${number} > $1 OR ${number} = ANY($2::bigint[]))
           AND (NOT $4 OR ${number} <= (SELECT last_value FROM ${table}_${number}_seq))
         ORDER BY ${number} LIMIT $3`,
        [options.after, options.missing, options.limit, options.given],
        transaction,
      );
    },
    /** Whole rows by their numbers, in that order. */
    async written(table: SealedTable, numbers: number[], transaction?: Transaction): Promise<WrittenRow[]> {
      const number = numberOf[table];
      const rows = await select<WrittenColumns>(
        `SELECT id::text AS "rowId", ${number} AS "rowNumber", proof, ${contentOf[table]} FROM ${table}
         WHERE ${number} = ANY($1::bigint[]) ORDER BY ${number}`,
        [numbers],
        transaction,
      );
      return rows.map(({ rowId, rowNumber, proof, ...content }) => ({
        id: rowId,
        number: rowNumber,
        proof,
        content: content as WrittenRow['content'],
      }));
    },
    /** Numbers that are taken in a range, both ends included. */
    async numbersBetween(table: SealedTable, from: number, to: number): Promise<number[]> {
      const number = numberOf[table];
      const rows = await select<{ number: number }>(
        `SELECT ${number} AS number FROM ${table} WHERE ${number} BETWEEN $1 AND $2`,
        [from, to],
      );
      return rows.map((row) => row.number);
    },
  };
}

export type AuditSealRepository = ReturnType<typeof createAuditSealRepository>;

type WrittenColumns = { rowId: string; rowNumber: number; proof: string | null } & Record<string, unknown>;

type SealRow = Omit<Seal, 'sealedAt' | 'stub'> & { sealedAt: Date } & (
    | { retiredAt: null }
    | { retiredAt: Date; rowsFrom: Date; rowsTo: Date; stubKeyId: string; stubSignature: string }
  );

const selectSeals = `SELECT number, table_name AS "table", kind, row_ids AS "rowIds", row_numbers AS "rowNumbers", proofs,
  up_to AS "upTo", missing, previous_hash AS "previousHash", hash, key_id AS "keyId", signature, sealed_at AS "sealedAt",
  retired_at AS "retiredAt", rows_from AS "rowsFrom", rows_to AS "rowsTo", stub_key_id AS "stubKeyId",
  stub_signature AS "stubSignature" FROM audit_seals`;

function toSeal(row: SealRow): Seal {
  const { number, table, kind, rowIds, proofs, upTo, missing, previousHash, hash, keyId, signature } = row;
  return {
    ...{ number, table, kind, rowIds, proofs, upTo, missing, previousHash, hash, keyId, signature },
    // The driver gives the numbers of an array as text.
    rowNumbers: row.rowNumbers.map(Number),
    sealedAt: row.sealedAt.toISOString(),
    stub: row.retiredAt && {
      retiredAt: row.retiredAt.toISOString(),
      rowsFrom: row.rowsFrom.toISOString(),
      rowsTo: row.rowsTo.toISOString(),
      keyId: row.stubKeyId,
      signature: row.stubSignature,
    },
  };
}
