import type { TurnEvent } from '../shared/chat';
import type { RowProofs, TurnColumns } from './rowProofs';

/** What the end of a turn proves: its row and the hashes of its events so far. */
export interface TurnSoFar {
  turn: TurnColumns;
  firstSeq: number;
  eventHashes: string[];
}

/** Events as they were stored by one statement. */
interface StoredBatch {
  turnId: string;
  conversationId: string;
  /** Number of the first of them. */
  first: number;
  events: TurnEvent[];
  createdAt: Date;
}

/**
 * The turns that this process has begun, with the hashes of what they sent: their end is proven without reading it all back, and
 * by what the program knows instead of what the database says. What is not known for sure is forgotten, and read back then.
 */
export interface RunningTurns {
  began(turn: TurnColumns, batch: StoredBatch): void;
  stored(batch: StoredBatch): void;
  /** @returns null when events up to `lastSeq` are not all known. */
  upTo(turnId: string, lastSeq: number): TurnSoFar | null;
  forget(turnId: string): void;
}

export function createRunningTurns(proofs: RowProofs): RunningTurns {
  const known = new Map<string, TurnSoFar>();

  return {
    began(turn, batch) {
      known.set(turn.id, { turn, firstSeq: batch.first, eventHashes: hashesOf(batch, proofs) });
    },
    stored(batch) {
      const turn = known.get(batch.turnId);
      if (!turn) return;
      if (batch.first === turn.firstSeq + turn.eventHashes.length)
        turn.eventHashes.push(...hashesOf(batch, proofs));
      else known.delete(batch.turnId);
    },
    upTo(turnId, lastSeq) {
      const turn = known.get(turnId);
      return turn && turn.firstSeq + turn.eventHashes.length - 1 === lastSeq ? turn : null;
    },
    forget: (turnId) => void known.delete(turnId),
  };
}

export function hashesOf(
  { turnId, conversationId, first, events, createdAt }: StoredBatch,
  proofs: RowProofs,
): string[] {
  return events.map((payload, at) =>
    proofs.hashEvent({ conversationId, turnId, seq: first + at, type: payload.type, payload, createdAt }),
  );
}
