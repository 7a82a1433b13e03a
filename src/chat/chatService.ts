import { randomUUID } from 'node:crypto';
import { AppError } from '../errors';
import { withLogContext } from '../logging/logContext';
import type { Actor } from '../policies/actor';
import { demand } from '../policies/permissions';
import type { Language } from '../shared/problem';
import type { TurnRecord } from '../repositories/turns';
import { acceptedBefore, acceptQuestion, type AcceptedQuestion, type Question } from './acceptQuestion';
import type { ChatDependencies } from './dependencies';
import { abortedTurnsMs, retryBusySeconds } from './limits';
import { openLastingLedger } from './lastingLedger';
import { createOneAtATime } from './queue/oneAtATime';
import { createTurnQueue, type Place } from './queue/turnQueue';
import { runTurn } from './runTurn';
import { stopElsewhere } from './stopElsewhere';
import { TurnAborted, type RunnableTurn } from './turn';

/** What a person may do in a chat; the sockets parse and acknowledge, this decides and does. */
export function createChatService(dependencies: ChatDependencies) {
  const { repositories, audit, feed, heldTurns, limits, logger, privacy, processId } = dependencies;
  /** `done` settles with why the end of a turn could not be recorded, or with nothing. */
  const running = new Map<
    string,
    { employeeId: number; aborter: AbortController; done: Promise<Error | undefined> }
  >();
  const queue = createTurnQueue(
    limits.process,
    async (places) => {
      // Each is of another chat.
      for (const event of await repositories.queuePlaces.tell(processId, places)) feed.publish([event]);
    },
    logger,
  );
  // Many questions of one person at once must not take the places and the database's connections of others while it is
  // found out how many of them may be asked.
  const onePerPerson = createOneAtATime();
  /** Questions of which it is not known yet whether they are begun. */
  const accepting = new Set<Promise<unknown>>();
  let closed: Promise<void> | undefined;
  /** Fires when what cannot be stored now is given up. */
  const closing = new AbortController();

  const begin = (turn: RunnableTurn, lastSeq: number, place: Place): void => {
    const { turnId, conversationId, actor } = turn;
    const aborter = new AbortController();
    const held = { turnId, conversationId, owner: processId, lastSeq };
    const ledger = openLastingLedger(held, dependencies, closing.signal);
    heldTurns.add(turnId);
    const done = withLogContext({ turnId }, () => runTurn(turn, { place, aborter, ledger }, dependencies))
      .then(() => undefined)
      .catch((error: unknown) => {
        // Its end could not be written either: it stays `running` and is interrupted later.
        logger.error({ err: error, turnId }, 'turn could not be recorded');
        return error instanceof Error ? error : new Error(String(error));
      })
      .finally(() => {
        running.delete(turnId);
        heldTurns.delete(turnId);
        place.release();
      });
    running.set(turnId, { employeeId: actor.id, aborter, done });
  };

  const isToBeAnswered = ({ turnId, answerFrom }: AcceptedQuestion) =>
    answerFrom !== null && !running.has(turnId);

  const accept = async (
    actor: Actor,
    question: Question,
    language: Language,
    follow: (conversationId: string) => void,
  ): Promise<AcceptedQuestion> => {
    if (closed) throw new AppError('shutting_down');
    const place = queue.reserve();
    if (!place) {
      const sentBefore = await acceptedBefore(actor, question, follow, dependencies);
      // One that nobody answers yet needs a place too.
      if (sentBefore && !isToBeAnswered(sentBefore)) return sentBefore;
      throw new AppError('server_busy', { extra: { retryAfterSeconds: retryBusySeconds } });
    }
    let hasBegun = false;
    try {
      const accepted = await acceptQuestion(actor, question, follow, dependencies);
      const { turnId, conversationId, beginsChat, answerFrom } = accepted;
      if (answerFrom === null || !isToBeAnswered(accepted)) return accepted;
      begin(
        { turnId, conversationId, beginsChat, actor, question: question.text, language },
        answerFrom,
        place,
      );
      hasBegun = true;
      return accepted;
    } finally {
      if (!hasBegun) place.release();
    }
  };

  const stopHere = async (turnId: string): Promise<Error | undefined> => {
    const turn = running.get(turnId);
    turn?.aborter.abort(new TurnAborted('stopped'));
    return turn?.done;
  };

  /** @throws why the end could not be recorded. */
  const stopAndRecord = async (turnId: string): Promise<void> => {
    const failure = await stopHere(turnId);
    if (failure) throw failure;
  };

  const stopRunning = async (turn: TurnRecord): Promise<void> => {
    if (turn.status !== 'running') return;
    if (running.has(turn.id)) await stopAndRecord(turn.id);
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

  const close = async (graceMs: number): Promise<void> => {
    const queueClosed = queue.close();
    await Promise.allSettled(accepting);
    const ended = Promise.all([...running.values()].map(({ done }) => done));
    await endsWithin(graceMs, ended);
    closing.abort();
    for (const { aborter } of running.values()) aborter.abort(new TurnAborted('interrupted'));
    const over = Promise.all([ended, queueClosed, dependencies.memory.close()]);
    if (await endsWithin(abortedTurnsMs, over)) return;
    logger.error(
      { turnIds: [...running.keys()] },
      'interrupted turns do not end, and are left to the next start',
    );
  };

  return {
    /**
     * Accepts a question and begins to answer it, at once or when others have ended.
     * @throws AppError of `acceptQuestion`; `server_busy`, `shutting_down`
     */
    async send(
      actor: Actor,
      question: Question,
      language: Language,
      follow: (conversationId: string) => void,
    ): Promise<AcceptedQuestion> {
      demand(actor, 'chat.use');
      // From here on nothing knows what was masked: neither the database nor a model.
      const masked = { ...question, text: privacy.mask(question.text) };
      const accepted = onePerPerson(actor.id, () => accept(actor, masked, language, follow));
      accepting.add(accepted);
      return accepted.finally(() => accepting.delete(accepted));
    },

    /** Stops an answer, whichever process gives it; what was written stays. A turn that has ended is left as it is. */
    async stop(actor: Actor, turnId: string): Promise<void> {
      // Without a look into the database, which may be busy with the very statement that is to be stopped.
      if (running.get(turnId)?.employeeId === actor.id) return stopAndRecord(turnId);
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

    /**
     * Keeps what a person thinks of an answer in place of what was thought before; without a rating nothing is kept. Thumbs down
     * flags the turn; the flag stays when they are taken back, since somebody may be looking at it.
     */
    async giveFeedback(
      actor: Actor,
      opinion: { turnId: string; rating: 'up' | 'down' | null; reason?: string; comment?: string },
    ): Promise<void> {
      const masked = privacy.mask(opinion);
      const { turnId, rating, reason = null, comment = null } = masked;
      await ownTurn(actor, turnId);
      await dependencies.database.sequelize.transaction(async (transaction) => {
        // As whoever ends or reviews the turn does, so that none waits for the other in a circle.
        await repositories.turns.lock(turnId, transaction);
        await audit.record({ name: 'chat:feedback', employeeId: actor.id, input: masked }, transaction);
        if (rating === null) return repositories.feedback.remove(turnId, actor.id, transaction);
        const saved = { turnId, rating, employeeId: actor.id, reason, comment };
        await repositories.feedback.save(saved, transaction);
        if (rating === 'up') return;
        const flag = {
          turnId,
          kind: 'feedback' as const,
          ruleId: null,
          reason: { feedback: { reason, comment } },
        };
        await dependencies.raiseFlags([{ ...flag, raisedBy: null, comment: null }], transaction);
      });
    },

    openConversation,

    /** How many turns run and wait in this process. */
    load: queue.load,
    /** Whether it is ending, and takes no more questions. */
    hasClosed: () => closed !== undefined,

    /**
     * Takes no more questions, interrupts those that wait, gives the running answers `graceMs` to end, and interrupts those
     * that have not. One that does not end then either is not waited for: as after a process that was killed, it is recorded as
     * interrupted by whoever looks for abandoned turns.
     */
    close: (graceMs = 0): Promise<void> => (closed ??= close(graceMs)),
  };
}

export type ChatService = ReturnType<typeof createChatService>;

/** @returns whether it has ended by then. */
async function endsWithin(ms: number, work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  return Promise.race([work.then(() => true), late]).finally(() => clearTimeout(timer));
}
