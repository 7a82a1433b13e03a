import type { TurnTrace } from '../audit/turnTrace';
import type { NewSpan } from '../repositories/newSpan';
import type { TurnMasks } from '../privacy/privacy';
import type { ChatEvent, TurnEvent } from '../shared/chat';
import type { ConversationFeed } from './conversationFeed';
import type { LastingLedger } from './lastingLedger';
import { coalesceMs } from './limits';
import { createTextPace } from './textPace';

/**
 * The events of one turn on their way to the reader: stored first, in batches, then published. What comes within the same
 * moment goes together and text is joined, since each batch costs a write; the first text takes what waits along at once.
 * Steps that have ended are stored by the same write: whatever becomes of this process, a step that somebody saw is in the audit.
 * Everything is masked first, so that what is stored, sent and recorded is the same. How long a moment is depends on the pace of
 * the text.
 */
export interface TurnStream {
  push(event: TurnEvent): void;
  /** Does not wait for more. Settled when all that was pushed has been stored and published, or could not be. */
  sendNow(): Promise<void>;
  /** The text pushed so far, masked; what was held back of it goes on its way. */
  text(): string;
  /**
   * Hands what waits and the last events to `store`, once what is being stored is stored, and publishes what it gives back.
   * What could not be stored before is handed to it too: events, and spans of steps. Nothing is pushed after this.
   */
  finish(
    events: TurnEvent[],
    store: (events: TurnEvent[], spans: NewSpan[]) => Promise<ChatEvent[] | null>,
  ): Promise<void>;
}

interface StreamParts {
  ledger: Pick<LastingLedger, 'append'>;
  trace: Pick<TurnTrace, 'takeEnded'>;
  feed: ConversationFeed;
  masks: TurnMasks;
}

export function openTurnStream(
  { ledger, trace, feed, masks }: StreamParts,
  onFailure: (error: unknown) => void,
): TurnStream {
  let waiting: TurnEvent[] = [];
  let unstored: NewSpan[] = [];
  let text = '';
  let timer: NodeJS.Timeout | null = null;
  let writing: Promise<void> = Promise.resolve();
  let hasFailed = false;
  const pace = createTextPace();
  const maskedText = masks.openText();

  const writeWaiting = (): void => {
    if (timer) clearTimeout(timer);
    timer = null;
    writing = writing.then(async () => {
      if (hasFailed || waiting.length === 0) return;
      const events = waiting;
      waiting = [];
      const spans = trace.takeEnded();
      try {
        feed.publish(await ledger.append(events, spans));
      } catch (error) {
        hasFailed = true;
        waiting = [...events, ...waiting];
        unstored = spans;
        onFailure(error);
      }
    });
  };

  const take = (event: TurnEvent): void => {
    const isFirstText = event.type === 'text-delta' && text === '';
    const waitMs = event.type === 'text-delta' ? pace.waitAfter(performance.now()) : coalesceMs.least;
    if (event.type === 'text-delta') text += event.text;
    const last = waiting[waiting.length - 1];
    if (event.type === 'text-delta' && last?.type === 'text-delta') {
      waiting[waiting.length - 1] = { type: 'text-delta', text: last.text + event.text };
    } else {
      waiting.push(event);
    }
    if (isFirstText || waitMs === 0) writeWaiting();
    else timer ??= setTimeout(writeWaiting, waitMs);
  };
  const takeText = (piece: string): void => {
    if (piece !== '') take({ type: 'text-delta', text: piece });
  };

  return {
    push(event) {
      if (event.type === 'text-delta') return takeText(maskedText.push(event.text));
      // A step ends the text before it.
      takeText(maskedText.rest());
      take(masks.mask(event));
    },
    sendNow() {
      writeWaiting();
      return writing;
    },
    text() {
      takeText(maskedText.rest());
      return text;
    },
    async finish(events, store) {
      takeText(maskedText.rest());
      if (timer) clearTimeout(timer);
      await writing;
      feed.publish((await store([...waiting, ...masks.mask(events)], unstored)) ?? []);
    },
  };
}
