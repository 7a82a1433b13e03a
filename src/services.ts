import { randomUUID } from 'node:crypto';
import { admitAgain } from './accounts/admission';
import { modelTools } from './agents/agentTools';
import { createPrompts } from './agents/prompts/prompts';
import { createAliases } from './analytics/aliases/aliases';
import { createVerifiedQueries } from './analytics/verified/verifiedQueries';
import { recordMigrations } from './audit/auditLog';
import type { ExportDependencies } from './audit/exports/dependencies';
import { createReview } from './audit/review/review';
import { createChat } from './chat/createChat';
import { createExportTable } from './chat/exportTable';
import { createOwnChats } from './chat/ownChats';
import { createSuggestQuestions } from './chat/suggestions/suggestQuestions';
import type { Env } from './env';
import type { ImportDependencies } from './imports/dependencies';
import type { IngestionDependencies } from './ingestion/dependencies';
import { askForRebuild } from './ingestion/indexRebuild';
import { createSpareParser } from './ingestion/parseFile';
import { createChatModel } from './llm/chatModel';
import { createReranker } from './llm/createReranker';
import { outsideContexts } from './logging/logContext';
import type { Logger } from './logging/logger';
import { createDocumentLinks } from './relations/documentLinks';
import { createPassageSearch, createRetrieval } from './retrieval/hybridSearch';
import { createNameDirectory } from './retrieval/nameDirectory';
import { createAudit } from './services/createAudit';
import { createBackgroundWork } from './services/backgroundWork';
import { createPeople } from './services/createPeople';
import { observe } from './services/observe';
import { openStores } from './services/openStores';
import { packageVersion } from './services/packageVersion';
import { readFreshness } from './statistics/freshness';
import { createMigrator } from './storage/database/migrator';
import { createTelemetry } from './telemetry/createTelemetry';
import { createMetrics } from './telemetry/metrics/createMetrics';

/** Every part of a process, built and joined. */
export type Services = Awaited<ReturnType<typeof createServices>>;

/**
 * Builds the parts that the settings choose. What needs the tables (jobs, the embedded index) begins once nothing is
 * pending: at once, or when an admin has migrated.
 */
export async function createServices(env: Env, options: { logger: Logger; authSecret: string }) {
  const { logger, authSecret } = options;
  const processId = randomUUID();
  const version = packageVersion();
  const metrics = createMetrics(modelTools.map(({ name }) => name));
  const stores = await openStores(env, { logger, noteJob: metrics.noteJob });
  const { database, searchIndex, objectStore, embeddings, jobs, updates } = stores;
  const audited = createAudit(env, { database, processId, secret: authSecret, logger });
  const { repositories, privacy, audit, auditView, auditChain, calls } = audited;
  /** What almost every part needs. */
  const basis = { database, repositories, audit, logger };

  const telemetry = await createTelemetry(env.telemetry, { logger, version, processId, metrics });
  const review = createReview({ ...basis, textsForRules: auditView.textsForRules });
  const ingestion: IngestionDependencies = {
    ...{ ...basis, jobs, objectStore, searchIndex, embeddings },
    documentUpdates: updates.documents,
    spareParser: createSpareParser(),
    approval: env.documentApproval,
  };
  /** Asks for a rebuild of the search index, where what it has to be made with has changed. */
  const reviewIndex = () => askForRebuild(ingestion);
  const imports: ImportDependencies = {
    ...{ ...basis, jobs, objectStore, reviewIndex },
    importUpdates: updates.imports,
  };
  const auditExports: ExportDependencies = {
    ...{ ...basis, jobs, objectStore },
    exportUpdates: updates.exports,
    seenBy: async (employeeId, turns) =>
      auditView.forViewer(await admitAgain(repositories.people, employeeId), turns),
    unseenBy: async (employeeId, q) =>
      auditView.unseenBy(await admitAgain(repositories.people, employeeId), q),
    keepDays: env.auditExportDays,
  };

  const names = createNameDirectory(repositories.names);
  const retrieval = { index: searchIndex, embeddings, reranker: createReranker(env), names };
  const searchPassages = createPassageSearch(retrieval);
  const verifiedQueries = createVerifiedQueries({ ...basis, seenBy: auditView.forViewer });
  const prompts = createPrompts(basis);
  const documentLinks = createDocumentLinks(basis);
  const {
    chat,
    feed,
    dependencies: chatDependencies,
  } = createChat({
    ...{ ...basis, env, privacy, telemetry, processId, searchPassages, names, verifiedQueries, prompts },
    chatModel: createChatModel(env),
    raiseFlags: review.raiseFlags,
    notices: updates.chats,
  });

  const work = createBackgroundWork({
    ...{ env, ingestion, imports, auditExports, verifiedQueries, review, auditChain },
    chat: chatDependencies,
  });
  const migrator = createMigrator(database, env, {
    record: recordMigrations(audit),
    onMigrated: () => outsideContexts(work.begin),
  });
  const people = createPeople(env, {
    ...{ ...basis, authSecret },
    countSignInCheck: metrics.countSignInCheck,
  });
  const readiness = observe(metrics, {
    ...{ env, version, stores, repositories, migrator },
    turns: chat.load,
    isStopping: chat.hasClosed,
  });

  return {
    ...basis,
    ...{ env, version, privacy, calls, auditChain, auditView, auditExports, review },
    ...people,
    aliases: createAliases({ ...basis, forgetNames: () => names.forget() }),
    ...{ migrator, ingestion, imports, reviewIndex },
    ...{ searchPassages, retrieve: createRetrieval(retrieval), verifiedQueries, prompts },
    ...{ chat, chatDependencies, feed, documentLinks },
    lookForAbandonedTurns: work.lookForAbandonedTurns,
    statistics: {
      ...{ readAs: database.readAs, documentLinks, repositories },
      freshness: () => readFreshness(repositories),
    },
    ownChats: createOwnChats({ ...basis, privacy, chat }),
    suggestQuestions: createSuggestQuestions({
      ...{ readAs: database.readAs, repositories, searchPassages, logger, names },
    }),
    exportTable: createExportTable({ readAs: database.readAs, repositories, audit }),
    ...{ metrics, readiness },
    publicStatus: {
      demo: env.demo,
      companySignIn: env.companySignIn ? { name: env.companySignIn.name ?? null } : null,
      retrieval: embeddings ? ('hybrid' as const) : ('keyword' as const),
      chatModel: env.chatModel?.model ?? 'narutalk-offline-planner',
    },
    prepareStores: () => stores.prepare(),

    /** Ends everything in order: turns first, then jobs, then what they write to. */
    async close(): Promise<void> {
      work.stopLooking();
      await chat.close();
      await work.stopHoldingTurns();
      await telemetry.close();
      await updates.chats.close();
      await work.stopJobs();
      await calls.close();
      await work.stopSealing();
      ingestion.spareParser.close();
      await stores.close();
      metrics.registry.clear();
    },
  };
}
