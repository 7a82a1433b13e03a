import { randomUUID } from 'node:crypto';
import { AppError } from '../errors';
import type { Actor } from '../policies/actor';
import { demand } from '../policies/permissions';
import type { Language } from '../shared/problem';
import type { TurnRecord } from '../repositories/turns';
import { acceptQuestion, type AcceptedQuestion, type Question } from './acceptQuestion';
import type { ChatDependencies } from './dependencies';
import { openLastingLedger } from './lastingLedger';
import { runTurn } from './runTurn';
import { stopElsewhere } from './stopElsewhere';
import { TurnAborted } from './turn';

/** What a person may do in a chat; the sockets parse and acknowledge, this decides and does. */
export function createChatService(dependencies: ChatDependencies) {
  const { repositories, audit, heldTurns, logger } = dependencies;
  const running = new Map<string, { aborter: AbortController; done: Promise<void> }>();
  let hasClosed = false;
  /** Fires when what cannot be stored now is given up. */
  const closing = new AbortController();

  const begin = (actor: Actor, accepted: AcceptedQuestion, question: string, language: Language): void => {
    const { turnId, conversationId, answerFrom, beginsChat } = accepted;
    if (answerFrom === null || running.has(turnId)) return;
    const aborter = new AbortController();
    const held = { turnId, conversationId, owner: dependencies.processId, lastSeq: answerFrom };
    const ledger = openLastingLedger(held, dependencies, closing.signal);
    heldTurns.add(turnId);
    const turn = { turnId, conversationId, beginsChat, actor, question, language };
    const done = runTurn(turn, aborter, ledger, dependencies)
      .catch((error: unknown) => {
        // Its end could not be written either: it stays `running` and is interrupted later.
        logger.error({ err: error, turnId }, 'turn could not be recorded');
      })
      .finally(() => {
        running.delete(turnId);
        heldTurns.delete(turnId);
      });
    running.set(turnId, { aborter, done });
  };

  const stopHere = async (turnId: string): Promise<void> => {
    const turn = running.get(turnId);
    turn?.aborter.abort(new TurnAborted('stopped'));
    await turn?.done;
  };

  const stopRunning = async (turn: TurnRecord): Promise<void> => {
    if (turn.status !== 'running') return;
    if (running.has(turn.id)) await stopHere(turn.id);
    else await stopElsewhere(turn, dependencies);
  };

  /** @throws AppError `not_found` for a chat that is not this person's. @returns the number of its last event. */
  const openConversation = async (actor: Actor, conversationId: string): Promise<number> => {
    const conversation = await repositories.conversations.find(conversationId);
    if (conversation?.employeeId !== actor.id) throw new AppError('not_found');
    return conversation.lastSeq;
  };

  /** @throws AppError `not_found` for a turn that is not this person's. */
  const ownTurn = async (actor: Actor, turnId: string) => {
    const turn = await repositories.turns.find(turnId);
    if (!turn) throw new AppError('not_found');
    await openConversation(actor, turn.conversationId);
    return turn;
  };

  return {
    /** Accepts a question and begins to answer it. */
    async send(
      actor: Actor,
      question: Question,
      language: Language,
      follow: (conversationId: string) => void,
    ): Promise<AcceptedQuestion> {
      demand(actor, 'chat.use');
      if (hasClosed) throw new AppError('shutting_down');
      const accepted = await acceptQuestion(actor, question, follow, dependencies);
      begin(actor, accepted, question.text, language);
      return accepted;
    },

    /** Stops an answer, whichever process gives it; what was written stays. A turn that has ended is left as it is. */
    async stop(actor: Actor, turnId: string): Promise<void> {
      await stopRunning(await ownTurn(actor, turnId));
    },

    /** The same for whatever is being answered in a chat, on nobody's behalf. */
    async stopConversation(conversationId: string): Promise<void> {
      const turn = await repositories.turns.findRunning(conversationId);
      if (turn) await stopRunning(turn);
    },

    /** Stops an answer of this process, which another was asked to stop. */
    stopHere,

    /** Asks the question of a turn again, as a branch beside it. */
    async regenerate(
      actor: Actor,
      { turnId, clientMessageId }: { turnId: string; clientMessageId?: string },
      language: Language,
      follow: (conversationId: string) => void,
    ): Promise<AcceptedQuestion> {
      const turn = await ownTurn(actor, turnId);
      const text = await repositories.chatHistory.question(turnId);
      if (text === null) throw new AppError('not_found');
      return this.send(
        actor,
        {
          // Without an id of the client, one at a time: a finished one may be asked for again.
          clientMessageId: clientMessageId ?? `regenerate:${turnId}:${randomUUID()}`,
          conversationId: turn.conversationId,
          text,
          regeneratesTurnId: turnId,
        },
        language,
        follow,
      );
    },

    /** Keeps what a person thinks of an answer in place of what was thought before; without a rating nothing is kept. */
    async giveFeedback(
      actor: Actor,
      opinion: { turnId: string; rating: 'up' | 'down' | null; reason?: string; comment?: string },
    ): Promise<void> {
      const { turnId, rating, reason = null, comment = null } = opinion;
      await ownTurn(actor, turnId);
      await audit.record({ name: 'chat.feedback', employeeId: actor.id, input: opinion });
      if (rating === null) await repositories.feedback.remove(turnId, actor.id);
      else await repositories.feedback.save({ turnId, rating, employeeId: actor.id, reason, comment });
    },

    openConversation,

    /** Takes no more questions, gives the running answers `graceMs` to end, and interrupts those that have not. */
    async close(graceMs = 0): Promise<void> {
      hasClosed = true;
      const ended = Promise.all([...running.values()].map(({ done }) => done));
      let timer: NodeJS.Timeout | undefined;
      const grace = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, graceMs);
      });
      await Promise.race([ended, grace]);
      clearTimeout(timer);
      closing.abort();
      for (const { aborter } of running.values()) aborter.abort(new TurnAborted('interrupted'));
      await ended;
    },
  };
}

export type ChatService = ReturnType<typeof createChatService>;
