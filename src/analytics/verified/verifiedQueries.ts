import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { AuditLog } from '../../audit/auditLog';
import { AppError } from '../../errors';
import type { Logger } from '../../logging/logger';
import type { Actor } from '../../policies/actor';
import { may } from '../../policies/permissions';
import type { Repositories } from '../../repositories/repositories';
import type { VerifiedQueryRecord } from '../../repositories/verifiedQueries';
import type { NewVerifiedQuery, VerifiedQueryChanges } from '../../shared/verifiedQueries';
import { rememberBriefly } from '../../retrieval/rememberBriefly';
import type { Database } from '../../storage/database/database';
import type { Texts } from '../semanticModel/types';
import { checkVerified, type CheckedQuery } from './checkVerified';
import type { VerifiedEntry } from './chooseVerified';
import { queryOfTurn } from './turnQuery';

interface Dependencies {
  database: Pick<Database, 'sequelize' | 'readAs'>;
  repositories: Repositories;
  audit: AuditLog;
  logger: Logger;
  /** What of a turn a person may see who looks into it. */
  seenBy<T>(actor: Actor, value: T): Promise<T>;
}

/** As `checkVerified` leaves it. */
const readingSchema = z.strictObject({
  text: z.string(),
  names: z.record(z.string(), z.array(z.string())),
});

/** Milliseconds for which they are not read again: each question asks for them, and they change a few times a day. */
const rememberedMs = 1_000;

export type VerifiedQueries = ReturnType<typeof createVerifiedQueries>;

/** Questions with a query that a person approved: kept, checked, and handed out to whoever answers questions. */
export function createVerifiedQueries({ database, repositories, audit, logger, seenBy }: Dependencies) {
  const { verifiedQueries, chatHistory, turns } = repositories;
  const { sequelize, readAs } = database;

  const usable = rememberBriefly(rememberedMs, async (): Promise<VerifiedEntry[]> => {
    const rows = await verifiedQueries.usable();
    return rows.map((row) => ({ ...row, reading: readingSchema.parse(row.reading) }));
  });

  const checked = async (
    entry: { question: string; query: unknown },
    readerId: number,
    path: string,
  ): Promise<CheckedQuery> => {
    const found = await checkVerified(entry, { readerId, now: new Date(), readAs });
    if ('broken' in found) throw refused(path, found.broken);
    return found;
  };

  /** A turn of one's own, or any for whoever may look into turns and sees all that it says. */
  const fromTurn = async (turnId: string, actor: Actor) => {
    const turn = await turns.find(turnId);
    if (!turn || (turn.employeeId !== actor.id && !may(actor, 'audit.read'))) throw new AppError('not_found');
    const found = await queryOfTurn(turn, actor, { chatHistory, readAs });
    if ('mistake' in found) throw refused('turnId', found.mistake);
    // An anonymised audit hides names; the list of approved questions, which also says of which turn they are, shows them.
    const isSeen = turn.employeeId === actor.id || isDeepStrictEqual(await seenBy(actor, found), found);
    if (!isSeen) throw new AppError('forbidden');
    return found;
  };

  const existing = async (id: number): Promise<VerifiedQueryRecord> => {
    const entry = await verifiedQueries.find(id);
    if (!entry) throw new AppError('not_found');
    return entry;
  };

  /** Checks one that is kept and notes what was found. */
  const checkKept = async (entry: VerifiedQueryRecord, by: Actor | null): Promise<Texts | null> => {
    const readerId = (await verifiedQueries.readerFor(entry.approvedById)) ?? entry.approvedById;
    const found = await checkVerified(entry, { readerId, now: new Date(), readAs });
    const brokenReason = 'broken' in found ? found.broken : null;
    const { id } = entry;
    const noted =
      'broken' in found
        ? { brokenReason: found.broken }
        : { query: found.template, reading: found.reading, brokenReason: null };
    await sequelize.transaction(async (transaction) => {
      await verifiedQueries.noteCheck(id, noted, transaction);
      const event = { name: 'verifiedQuery.check', employeeId: by?.id, input: { id } };
      await audit.record({ ...event, output: { brokenReason } }, transaction);
    });
    usable.forget();
    return brokenReason;
  };

  return {
    /**
     * @throws AppError `validation_failed` where the query does not pass its check, `already_exists` where the question has
     *   one, `not_found` for a turn that is not there or not the actor's to see, `forbidden` where a part of it is hidden.
     */
    async approve(input: NewVerifiedQuery, actor: Actor): Promise<VerifiedQueryRecord> {
      const turnId = 'turnId' in input ? input.turnId : null;
      const given =
        'turnId' in input
          ? await fromTurn(input.turnId, actor)
          : { question: input.question, template: templateIn(input.statement) };
      const question = input.question ?? given.question;
      const { template, reading } = await checked(
        { question, query: given.template },
        actor.id,
        turnId ? 'turnId' : 'statement.query',
      );
      const id = await sequelize.transaction(async (transaction) => {
        const row = { question, query: template, reading, approvedBy: actor.id, turnId };
        const key = await verifiedQueries.create(row, transaction);
        const input = { id: key, question, query: template, turnId };
        await audit.record({ name: 'verifiedQuery.approve', employeeId: actor.id, input }, transaction);
        return key;
      });
      usable.forget();
      return existing(id);
    },

    /** Who changes one approves it. @throws as `approve` does */
    async change(id: number, changes: VerifiedQueryChanges, actor: Actor): Promise<VerifiedQueryRecord> {
      const entry = await existing(id);
      const question = changes.question ?? entry.question;
      const query = changes.statement ? templateIn(changes.statement) : entry.query;
      const path = changes.statement ? 'statement.query' : 'question';
      const { template, reading } = await checked({ question, query }, actor.id, path);
      await sequelize.transaction(async (transaction) => {
        const row = { question, query: template, reading, approvedBy: actor.id };
        await verifiedQueries.change(id, row, transaction);
        const input = { id, question, query: template };
        await audit.record({ name: 'verifiedQuery.change', employeeId: actor.id, input }, transaction);
      });
      usable.forget();
      return existing(id);
    },

    /** @throws AppError `not_found` */
    async remove(id: number, actor: Actor): Promise<void> {
      await sequelize.transaction(async (transaction) => {
        if (!(await verifiedQueries.remove(id, transaction))) throw new AppError('not_found');
        await audit.record(
          { name: 'verifiedQuery.remove', employeeId: actor.id, input: { id } },
          transaction,
        );
      });
      usable.forget();
    },

    /** Checks one now. @throws AppError `not_found` */
    async check(id: number, actor: Actor): Promise<VerifiedQueryRecord> {
      await checkKept(await existing(id), actor);
      return existing(id);
    },

    /**
     * Checks all: to be done whenever the program or the database may have changed. One that could not be checked stays as
     * it was: the program has to start without it too. @returns how many are broken.
     */
    async checkAll(): Promise<number> {
      let broken = 0;
      for (const entry of await verifiedQueries.all()) {
        const reason = await checkKept(entry, null).catch((error: unknown) => {
          logger.error({ err: error, verifiedQuery: entry.id }, 'a verified query could not be checked');
          return null;
        });
        if (!reason) continue;
        broken += 1;
        logger.warn({ verifiedQuery: entry.id, reason: reason.en }, 'a verified query is broken');
      }
      return broken;
    },

    /** Those that may answer questions; a change made by another process is seen within a second. */
    usable,
  };
}

function templateIn({ subject, query }: { subject: string; query: unknown }) {
  return { subject, query };
}

function refused(path: string, { ko, en }: Texts): AppError {
  return new AppError('validation_failed', { errors: [{ path, message: `${ko} / ${en}` }] });
}
