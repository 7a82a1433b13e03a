import { Op, type Sequelize, type Transaction } from 'sequelize';
import type { ErrorCode } from '../errors';
import type { Document } from '../models/document';
import type { Models } from '../models/models';
import type { DocumentRecord } from './documents';

/** Seconds after its last sign of life that a run counts as dead and its document is taken up by another process. */
export const leaseSeconds = 30;

export type RunProgress = Partial<
  Pick<DocumentRecord, 'progress' | 'pages' | 'pagesWithoutText' | 'mediaType' | 'indexedAt'>
>;

/** How a run ends. */
export type RunOutcome =
  | { status: 'indexed' }
  | { status: 'failed'; reason: ErrorCode }
  /** `counted`: this try counts against the document, unlike one that a part ended which was away. */
  | { status: 'queued'; reason: ErrorCode | null; inSeconds: number; counted: boolean };

/** Runs of ingestion, as the rows of `documents` keep them: each holds its document by a lease. */
export function createDocumentRunRepository(sequelize: Sequelize, { Document: DocumentModel }: Models) {
  const lease = sequelize.literal(`now() + interval '${leaseSeconds} seconds'`);
  const now = sequelize.literal('now()');
  const noRun = { runId: null, leaseUntil: null };

  return {
    /** Takes a waiting document, or one whose run is dead. @returns null when there is nothing to do, or another has it. */
    async claim(id: string, runId: string): Promise<DocumentRecord | null> {
      const taken = {
        status: 'processing' as const,
        progress: 5,
        reasonCode: null,
        nextTryAt: null,
        runId,
        leaseUntil: lease,
        attempts: sequelize.literal('attempts + 1'),
      };
      const [, rows] = await DocumentModel.update(taken, {
        where: {
          id,
          status: ['queued', 'processing'],
          [Op.or]: [{ leaseUntil: null }, { leaseUntil: { [Op.lt]: now } }],
        },
        returning: true,
      });
      return (rows[0]?.get({ plain: true }) as DocumentRecord | undefined) ?? null;
    },
    /** Says that a run is alive. @returns false when the document is no longer its own. */
    async extend(id: string, runId: string): Promise<boolean> {
      const [count] = await DocumentModel.update(
        { leaseUntil: lease },
        { where: { id, runId }, silent: true },
      );
      return count > 0;
    },
    /** Notes how far a run has come, which is a sign of life too. @returns false when the document is no longer its own. */
    async note(
      id: string,
      runId: string,
      progress: RunProgress,
      transaction?: Transaction,
    ): Promise<boolean> {
      const changes = { ...progress, leaseUntil: lease };
      const [count] = await DocumentModel.update(changes, { where: { id, runId }, transaction });
      return count > 0;
    },
    /** Ends a run. @returns false when the document is no longer its own. */
    async end(id: string, runId: string, outcome: RunOutcome, transaction?: Transaction): Promise<boolean> {
      const [count] = await DocumentModel.update(
        { ...noRun, ...endState(outcome) },
        { where: { id, runId }, transaction },
      );
      return count > 0;
    },
    /** Ends the runs whose lease is over. @returns their documents, and whether each waits again or has failed. */
    async endAbandoned(
      maximumAttempts: number,
      transaction: Transaction,
    ): Promise<{ id: string; status: 'queued' | 'failed' }[]> {
      const outcomes = [
        {
          attempts: { [Op.gte]: maximumAttempts },
          outcome: { status: 'failed', reason: 'ingestion_failed' },
        },
        {
          attempts: { [Op.lt]: maximumAttempts },
          outcome: { status: 'queued', reason: 'ingestion_interrupted', inSeconds: 0, counted: true },
        },
      ] as const;
      const ended: { id: string; status: 'queued' | 'failed' }[] = [];
      for (const { attempts, outcome } of outcomes) {
        const [, rows] = await DocumentModel.update(
          { ...noRun, ...endState(outcome) },
          { where: { leaseUntil: { [Op.lt]: now }, attempts }, returning: true, transaction },
        );
        ended.push(...rows.map(({ id }) => ({ id, status: outcome.status })));
      }
      return ended;
    },
    /** Lets every lease end now: where there can be no other process, none of their runs is alive. */
    async endLeases(): Promise<void> {
      const held = { leaseUntil: { [Op.ne]: null } };
      await DocumentModel.update({ leaseUntil: new Date(0) }, { where: held, silent: true });
    },
  };

  function endState(outcome: RunOutcome): Parameters<typeof DocumentModel.update<Document>>[0] {
    switch (outcome.status) {
      case 'indexed':
        return { status: 'indexed', progress: 100, lastError: null, attempts: 0 };
      case 'failed':
        return { status: 'failed', progress: 100, reasonCode: outcome.reason, lastError: outcome.reason };
      case 'queued':
        return {
          status: 'queued',
          progress: 0,
          lastError: outcome.reason,
          nextTryAt: sequelize.literal(`now() + interval '${outcome.inSeconds} seconds'`),
          ...(outcome.counted ? {} : { attempts: sequelize.literal('greatest(attempts - 1, 0)') }),
        };
    }
  }
}
