import type { AuditChain } from '../audit/chain/auditChain';
import type { ExportDependencies } from '../audit/exports/dependencies';
import { keepNumbers } from '../audit/keepNumbers';
import type { Review } from '../audit/review/review';
import type { VerifiedQueries } from '../analytics/verified/verifiedQueries';
import type { ChatDependencies } from '../chat/dependencies';
import { holdTurns } from '../chat/holdTurns';
import { interruptAbandonedTurns } from '../chat/interruptAbandoned';
import type { Env } from '../env';
import type { ImportDependencies } from '../imports/dependencies';
import type { IngestionDependencies } from '../ingestion/dependencies';
import { bringIndexUp } from '../ingestion/indexRebuild';
import { workOnExports } from '../jobs/auditExports';
import { workOnRetention } from '../jobs/auditRetention';
import { workOnDocuments } from '../jobs/documents';
import { workOnImports } from '../jobs/imports';
import { workOnIndex } from '../jobs/indexRebuild';

interface Dependencies {
  env: Pick<Env, 'processRole'>;
  ingestion: IngestionDependencies;
  imports: ImportDependencies;
  auditExports: ExportDependencies;
  chat: ChatDependencies;
  verifiedQueries: VerifiedQueries;
  review: Review;
  auditChain: AuditChain;
}

/** What a process does by itself once the tables are there, and how each part of it ends. */
export function createBackgroundWork(dependencies: Dependencies) {
  const { env, ingestion, imports, auditExports, chat, verifiedQueries, review, auditChain } = dependencies;
  const { database, repositories, jobs, logger } = ingestion;
  const stopLooking: (() => void)[] = [];
  let stopReviewing = async () => {};
  let stopHoldingTurns = async () => {};
  let stopSealing = async () => {};
  let stopCounting = async () => {};

  const lookForAbandonedTurns = () =>
    interruptAbandonedTurns(chat).catch((error: unknown) => {
      logger.error({ err: error }, 'looking for abandoned turns');
    });

  async function workOnJobs(): Promise<void> {
    const onlyProcess = database.engine === 'pglite';
    stopLooking.push(await workOnDocuments(ingestion, { onlyProcess }));
    stopLooking.push(workOnIndex(ingestion));
    stopLooking.push(await workOnImports(imports, { onlyProcess }));
    stopLooking.push(await workOnExports(auditExports, { onlyProcess }));
    stopLooking.push(await workOnRetention({ jobs, database, auditChain, logger }));
    stopReviewing = review.turns.keepReviewing();
  }

  return {
    async begin(): Promise<void> {
      await jobs.start({ onlyProcess: database.engine === 'pglite' });
      await bringIndexUp(ingestion);
      await verifiedQueries.checkAll();
      if (env.processRole !== 'server') await workOnJobs();
      await lookForAbandonedTurns();
      stopHoldingTurns = holdTurns(chat);
      stopSealing = auditChain.keepSealing();
      stopCounting = keepNumbers(repositories.numberRollups, logger);
    },

    lookForAbandonedTurns,

    /** Asks for no more jobs. */
    stopLooking: () => stopLooking.forEach((stop) => stop()),

    /** Once no turn runs any more. */
    async stopHoldingTurns(): Promise<void> {
      await stopHoldingTurns();
      await stopCounting();
    },

    /** Waits for the jobs under way. */
    async stopJobs(): Promise<void> {
      await jobs.stop();
      await stopReviewing();
    },

    /** Last of all, so that what the others recorded is sealed. */
    stopSealing: () => stopSealing(),
  };
}
