import type { Actor } from '../../policies/actor';
import { mayReadNow } from '../../policies/readableDocument';
import type { PastTurn } from '../../repositories/chatHistory';
import type { Repositories } from '../../repositories/repositories';
import type { StoredSummary } from '../../repositories/turnSummaries';
import { koreanDay } from '../../shared/koreanTime';
import { hasUnknownSources, mayHaveFigures, type Withheld } from './toldTurn';

/** Turns that are looked back over at most: a summary stands within a fraction of them. */
const furthestBack = 200;

/** What went before a turn on its branch, with what of it may still be told. */
export interface ReadPast {
  /** Oldest first; those the summary covers come before the others. */
  turns: PastTurn[];
  summary: StoredSummary | null;
  /** Turns behind the summary. */
  behind: PastTurn[];
  withheld: Map<string, Withheld>;
  /** Summaries passed over, since rights changed or documents went that they stand on. */
  passedOver: string[];
  /** There is more behind the oldest one. */
  hasMore: boolean;
}

/**
 * Reads back to the last summary that may still be told. Answers whose documents may not be read any more, and figures read by
 * other rights than those of today, are withheld: they were shown to the same person, but they are no ground to answer on now.
 */
export async function readPast(
  from: { turnId: string; actor: Actor; including?: boolean; atLeast: number },
  { chatHistory, documents }: Pick<Repositories, 'chatHistory' | 'documents'>,
): Promise<ReadPast> {
  const passedOver: string[] = [];
  for (;;) {
    const { turnId, including, atLeast } = from;
    const wanted = { including, unusable: passedOver, atLeast, atMost: furthestBack };
    const turns = await chatHistory.before(turnId, wanted);
    const place = turns.findLastIndex((turn) => turn.summary !== null);
    const summary = turns[place]?.summary ?? null;
    const cited = [...turns.flatMap(citedBy), ...(summary?.documentIds ?? [])];
    const readable = await readableOf(cited, from.actor, documents);
    const mayBeTold = summary === null || isTellable(summary, turns[place]!.rightsNow, readable);
    if (mayBeTold) {
      const hasMore = summary === null && turns.length > 0 && turns[0]!.parentTurnId !== null;
      const behind = turns.slice(place + 1);
      return { turns, summary, behind, withheld: withheldOf(turns, readable), passedOver, hasMore };
    }
    passedOver.push(summary.turnId);
  }
}

export function citedBy({ citations }: PastTurn): string[] {
  return citations.map(({ documentId }) => documentId);
}

function isTellable(
  { rights, documentIds }: StoredSummary,
  rightsNow: string,
  readable: Set<string>,
): boolean {
  return (rights === null || rights === rightsNow) && documentIds.every((id) => readable.has(id));
}

function withheldOf(turns: PastTurn[], readable: Set<string>): Map<string, Withheld> {
  const reasons = turns.map((turn): [string, Withheld | null] => [
    turn.turnId,
    reasonToWithhold(turn, readable),
  ]);
  return new Map(reasons.filter((pair): pair is [string, Withheld] => pair[1] !== null));
}

function reasonToWithhold(turn: PastTurn, readable: Set<string>): Withheld | null {
  if (hasUnknownSources(turn)) return 'unfinished search';
  if (!citedBy(turn).every((id) => readable.has(id))) return 'documents';
  return mayHaveFigures(turn) && !turn.isOfRightsNow ? 'rights' : null;
}

async function readableOf(
  ids: string[],
  actor: Actor,
  documents: Repositories['documents'],
): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const today = koreanDay(new Date());
  const found = await documents.findByIds([...new Set(ids)]);
  return new Set(found.filter((document) => mayReadNow(actor, document, today)).map(({ id }) => id));
}
