import { setTimeout as pause } from 'node:timers/promises';
import { TurnLost, type TurnToEnd } from '../repositories/turnLedger';
import type { NewSpan } from '../repositories/newSpan';
import type { ChatEvent, TurnEvent } from '../shared/chat';
import { isTurnEnd } from '../shared/isTurnEnd';
import { isDatabaseAway } from '../storage/database/reachability';
import type { ChatDependencies } from './dependencies';
import { storeAgainMs } from './limits';

/** Writes of one turn that outlast a database which is away. */
export interface LastingLedger {
  /** @throws TurnLost when the turn was ended by somebody else. */
  append(events: TurnEvent[], spans: NewSpan[]): Promise<ChatEvent[]>;
  /** @returns null when somebody else had ended it. */
  end(end: Pick<TurnToEnd, 'status' | 'answer' | 'spans' | 'steps' | 'events'>): Promise<ChatEvent[] | null>;
}

/**
 * What cannot be stored is tried again until it is, or until `givesUp` fires. Of a statement that failed nobody knows whether
 * it was carried out, or will be: so before the next try what is stored is looked up, and each statement names the event it
 * goes on from, by which one that comes late stores nothing. Nothing is lost and nothing written twice.
 */
export function openLastingLedger(
  turn: { turnId: string; conversationId: string; owner: string; lastSeq: number },
  { database, repositories }: Pick<ChatDependencies, 'database' | 'repositories'>,
  givesUp: AbortSignal,
): LastingLedger {
  const { turnLedger, turnEvents } = repositories;
  let { lastSeq } = turn;
  let isUnsure = false;
  let hadTrouble = false;

  /**
   * The events behind the last one known here: of a statement that was carried out after all, or of who ended the turn. What it
   * was told of its place in the queue is stored apart (`queue/tellPlaces.ts`) and only moves the end of the chat.
   */
  async function lookUp(expected: number): Promise<{ isBehind: boolean; written: ChatEvent[] }> {
    const found = await turnEvents.after(turn.conversationId, lastSeq, expected + 1);
    lastSeq = found.at(-1)?.seq ?? lastSeq;
    return { isBehind: found.length > 0, written: found.filter(({ type }) => type !== 'turn-queued') };
  }

  async function store(
    events: TurnEvent[],
    write: (rest: TurnEvent[]) => Promise<ChatEvent[] | null>,
  ): Promise<ChatEvent[] | null> {
    const stored: ChatEvent[] = [];
    for (;;) {
      try {
        if (isUnsure) {
          const { written } = await database.whileReachable(() => lookUp(events.length));
          isUnsure = false;
          stored.push(...written);
        }
        const rest = events.slice(stored.length);
        if (stored.some(isTurnEnd) || rest.length === 0) return stored;
        const written = await database.whileReachable(() => write(rest));
        if (written) {
          lastSeq = written.at(-1)?.seq ?? lastSeq;
          return [...stored, ...written];
        }
        // One of ours that came late may have been the one to write.
        const late = await database.whileReachable(() => lookUp(rest.length));
        if (!late.isBehind || (late.written.length > 0 && !hadTrouble)) return null;
        stored.push(...late.written);
      } catch (error) {
        if (!isDatabaseAway(error)) throw error;
        isUnsure = true;
        hadTrouble = true;
        if (givesUp.aborted) throw error;
        await pause(storeAgainMs, undefined, { signal: givesUp }).catch(() => {}); // then one last try
      }
    }
  }

  return {
    async append(events, spans) {
      const stored = await store(events, (rest) =>
        turnLedger.append({ ...turn, lastSeq }, rest, spans).catch((error: unknown) => {
          if (error instanceof TurnLost) return null;
          throw error;
        }),
      );
      if (!stored || stored.some(isTurnEnd)) throw new TurnLost(`Turn ${turn.turnId} is not held any more.`);
      return stored;
    },
    end: (end) => store(end.events, (events) => turnLedger.end({ ...turn, ...end, lastSeq, events })),
  };
}
