import type { ChatError, SendAck } from '../../../shared/chat';
import { pause } from '../../lib/pause';
import { createStore, type Store } from '../../lib/store';

/** A question on its way to the server. */
export interface UnsentQuestion {
  /** The same id again means the same question: it is safe to send it twice. */
  clientMessageId: string;
  text: string;
  /** Missing: the question opens a new chat. */
  conversationId?: string;
  /** The turn it will stand behind; null: it begins the chat. */
  parentTurnId: string | null;
  /** The turn whose question it replaces. */
  editsTurnId?: string;
  /** The turn whose question is asked again. */
  regeneratesTurnId?: string;
  /** Why the server did not take it, and from when on (milliseconds since 1970) it may be sent again. */
  refused?: { error: ChatError; retryAt?: number };
}

export interface Outbox {
  unsent: Store<readonly UnsentQuestion[]>;
  /** Takes over what this tab had not sent when it was reloaded; undefined: nobody is signed in. */
  open(storageKey: string | undefined): void;
  add(question: UnsentQuestion): void;
  /** Sends what waits; to be called whenever the connection stands anew. */
  deliverAll(): void;
  /** Sends a refused question once more. */
  retry(clientMessageId: string): void;
  /** Gives a refused question up. */
  withdraw(clientMessageId: string): void;
  /** The server has it: said by the acknowledgement, or by the first event of its turn when that was lost. */
  accept(clientMessageId: string, accepted: AcceptedPlace): void;
}

export interface AcceptedPlace {
  turnId: string;
  conversationId: string;
}

interface Dependencies {
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  isConnected: () => boolean;
  /** @returns undefined when no answer came: it may have arrived or not. */
  send: (question: UnsentQuestion) => Promise<SendAck | undefined>;
  onAccepted: (question: UnsentQuestion, accepted: AcceptedPlace) => void;
  /** Milliseconds between two tries over a connection that stands. */
  pauseMs: number;
}

/**
 * Refusals that say nothing about the question: the connection is about to be replaced, once a second factor is there where one is
 * demanded, and then it is sent again.
 */
const passing = new Set(['shutting_down', 'unauthenticated', 'token_expired', 'second_factor_demanded']);

/**
 * Questions until the server has them, kept over a reload of the tab. A question is sent with the same id until it is
 * acknowledged or refused, so that it is neither lost nor asked twice.
 */
export function createOutbox(dependencies: Dependencies): Outbox {
  const { storage, isConnected, send, onAccepted, pauseMs } = dependencies;
  const unsent = createStore<readonly UnsentQuestion[]>([]);
  const underWay = new Set<string>();
  let key: string | undefined;

  const find = (id: string) => unsent.get().find(({ clientMessageId }) => clientMessageId === id);

  function keep(questions: readonly UnsentQuestion[]): void {
    if (key && questions.length > 0) storage.setItem(key, JSON.stringify(questions));
    else if (key) storage.removeItem(key);
    unsent.set(questions);
  }
  function replace(id: string, ...replacement: UnsentQuestion[]): void {
    keep(unsent.get().flatMap((other) => (other.clientMessageId === id ? replacement : [other])));
  }

  /** Tries until there is an answer; without a connection the next one (`deliverAll`) goes on. */
  async function deliver(id: string): Promise<void> {
    if (underWay.has(id)) return;
    underWay.add(id);
    try {
      while (isConnected() && isWaiting(find(id))) {
        const ack = await send(find(id)!);
        if (ack) settle(id, ack);
        if (isConnected() && isWaiting(find(id))) await pause(pauseMs);
      }
    } finally {
      underWay.delete(id);
    }
  }

  function settle(id: string, ack: SendAck): void {
    const question = find(id);
    if (!question) return;
    if (ack.ok) outbox.accept(id, ack);
    else if (!passing.has(ack.error.code)) replace(id, { ...question, refused: refusal(ack.error) });
  }

  const outbox: Outbox = {
    unsent,
    open(storageKey) {
      if (key === storageKey) return;
      key = storageKey;
      unsent.set(read(key ? storage.getItem(key) : null));
      outbox.deliverAll();
    },
    add(question) {
      keep([...unsent.get(), question]);
      void deliver(question.clientMessageId);
    },
    deliverAll() {
      for (const { clientMessageId } of unsent.get()) void deliver(clientMessageId);
    },
    retry(id) {
      const question = find(id);
      if (!question) return;
      replace(id, { ...question, refused: undefined });
      void deliver(id);
    },
    withdraw: (id) => replace(id),
    accept(id, accepted) {
      const question = find(id);
      if (!question) return;
      onAccepted(question, accepted);
      replace(id);
    },
  };
  return outbox;
}

function isWaiting(question: UnsentQuestion | undefined): boolean {
  return question !== undefined && !question.refused;
}

function refusal(error: ChatError): UnsentQuestion['refused'] {
  return { error, ...(error.retryAfterMs ? { retryAt: Date.now() + error.retryAfterMs } : {}) };
}

function read(stored: string | null): UnsentQuestion[] {
  return stored ? (JSON.parse(stored) as UnsentQuestion[]) : [];
}
