import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { createAccounts } from './accounts/accounts';
import { admitAgain, createAdmission } from './accounts/admission';
import { createEmployees } from './accounts/employees';
import { createOwnAccount } from './accounts/ownAccount';
import { newSecretToken } from './accounts/secretToken';
import { createSetUp } from './accounts/setUp';
import { createAliases } from './analytics/aliases/aliases';
import { createPrompts } from './agents/prompts/prompts';
import { createVerifiedQueries } from './analytics/verified/verifiedQueries';
import { createAuditLog, recordMigrations } from './audit/auditLog';
import { createCallLog } from './audit/calls/callLog';
import { createAuditView } from './audit/auditView';
import { createPseudonyms } from './audit/pseudonyms';
import { createAuditChain } from './audit/chain/auditChain';
import { keepNumbers } from './audit/keepNumbers';
import { createAuditKeys } from './audit/chain/auditKeys';
import { createRowProofs } from './audit/chain/rowProofs';
import type { ExportDependencies } from './audit/exports/dependencies';
import { createReview } from './audit/review/review';
import { createOwnChats } from './chat/ownChats';
import { createSuggestQuestions } from './chat/suggestions/suggestQuestions';
import { createChat } from './chat/createChat';
import { createExportTable } from './chat/exportTable';
import { holdTurns } from './chat/holdTurns';
import { interruptAbandonedTurns } from './chat/interruptAbandoned';
import type { Env } from './env';
import type { ImportDependencies } from './imports/dependencies';
import type { IngestionDependencies } from './ingestion/dependencies';
import { askForRebuild, bringIndexUp } from './ingestion/indexRebuild';
import { createSpareParser } from './ingestion/parseFile';
import { workOnExports } from './jobs/auditExports';
import { workOnRetention } from './jobs/auditRetention';
import { workOnDocuments } from './jobs/documents';
import { workOnImports } from './jobs/imports';
import { workOnIndex } from './jobs/indexRebuild';
import { createChatModel } from './llm/chatModel';
import { createEmbeddings } from './llm/createEmbeddings';
import { createReranker } from './llm/createReranker';
import type { Logger } from './logging/logger';
import { createDocumentLinks } from './relations/documentLinks';
import { chatChannel, type ChatNotice, type StopNotice } from './repositories/chatNotice';
import { createPrivacy } from './privacy/privacy';
import { createRepositories } from './repositories/repositories';
import { createPassageSearch, createRetrieval } from './retrieval/hybridSearch';
import { createNameDirectory } from './retrieval/nameDirectory';
import { checkReadiness, type Part } from './routes/system/readiness';
import type { AuditExportUpdate } from './shared/auditExportUpdate';
import type { DocumentUpdate } from './shared/documents';
import type { ImportUpdate } from './shared/imports';
import { readFreshness } from './statistics/freshness';
import { createHeadStores } from './storage/auditHeads/createHeadStores';
import { openDatabase } from './storage/database/openDatabase';
import { createMigrator } from './storage/database/migrator';
import { openNotifications } from './storage/database/notifications';
import { createJobQueue } from './storage/jobs/jobQueue';
import { createObjectStore } from './storage/objectStore/createObjectStore';
import { createSearchIndex } from './storage/searchIndex/createSearchIndex';
import { createTelemetry } from './telemetry/createTelemetry';

/** Every part of a process, built and joined. */
export type Services = Awaited<ReturnType<typeof createServices>>;

/**
 * Builds the parts that the settings choose. What needs the tables (jobs, the embedded index) begins once nothing is
 * pending: at once, or when an admin has migrated.
 */
export async function createServices(env: Env, options: { logger: Logger; authSecret: string }) {
  const { logger, authSecret } = options;
  const database = await openDatabase(env);
  const processId = randomUUID();
  const hasOthers = database.engine === 'postgres';
  const auditKeys = createAuditKeys(env.auditKey ?? authSecret, env.formerAuditKeys);
  const proofs = createRowProofs(auditKeys.proofKey, auditKeys.formerProofKeys);
  const repositories = createRepositories(database.sequelize, {
    proofs,
    announceAs: hasOthers ? processId : undefined,
  });
  const privacy = createPrivacy(env.personalData);
  const audit = createAuditLog(repositories.traceLogs, privacy.maskEvent);
  const calls = createCallLog(repositories.traceLogs, privacy.mask, logger);
  const auditView = createAuditView({
    anonymised: env.auditAnonymised,
    people: repositories.people,
    pseudonyms: createPseudonyms(env.auditKey ?? authSecret),
  });
  const auditChain = createAuditChain({
    ...{ database, repositories, proofs, logger },
    keys: auditKeys,
    headStores: createHeadStores(env),
    daysKept: env.daysKept,
  });
  const version = packageVersion();
  const telemetry = await createTelemetry(env.telemetry, { logger, version, processId });
  const review = createReview({ database, repositories, audit, logger });
  const admission = createAdmission(repositories.people);
  const searchIndex = createSearchIndex(env);
  const objectStore = createObjectStore(env);
  const embeddings = createEmbeddings(env);
  const chatModel = createChatModel(env);
  const jobs = createJobQueue(database.sequelize, logger);
  const documentUpdates = await openNotifications<DocumentUpdate>(
    env,
    'narutalk_documents',
    database,
    logger,
  );
  const importUpdates = await openNotifications<ImportUpdate>(env, 'narutalk_imports', database, logger);
  const auditExports: ExportDependencies = {
    database,
    repositories,
    jobs,
    objectStore,
    exportUpdates: await openNotifications<AuditExportUpdate>(env, 'narutalk_exports', database, logger),
    audit,
    logger,
    seenBy: async (employeeId, turns) =>
      auditView.forViewer(await admitAgain(repositories.people, employeeId), turns),
    keepDays: env.auditExportDays,
  };
  const retrievalParts = {
    index: searchIndex,
    embeddings,
    reranker: createReranker(env),
    names: createNameDirectory(repositories.names),
  };
  const forgetNames = () => void retrievalParts.names.forget();
  const searchPassages = createPassageSearch(retrievalParts);
  const setupToken = env.setupToken ?? newSecretToken();

  const ingestion: IngestionDependencies = {
    database,
    repositories,
    jobs,
    objectStore,
    searchIndex,
    embeddings,
    documentUpdates,
    audit,
    logger,
    spareParser: createSpareParser(),
    approval: env.documentApproval,
  };
  const reviewIndex = () => askForRebuild(ingestion);
  const imports: ImportDependencies = {
    database,
    repositories,
    jobs,
    objectStore,
    importUpdates,
    audit,
    logger,
    reviewIndex,
  };
  const verifiedQueries = createVerifiedQueries({ database, repositories, audit, logger });
  const prompts = createPrompts({ database, repositories, audit, logger });
  const chatNotices = await openNotifications<ChatNotice | StopNotice>(env, chatChannel, database, logger);
  const {
    chat,
    feed,
    dependencies: chatDependencies,
  } = createChat({
    ...{ env, database, repositories, audit, privacy, telemetry, logger, processId },
    ...{ chatModel, searchPassages, verifiedQueries, prompts },
    raiseFlags: review.raiseFlags,
    names: retrievalParts.names,
    notices: chatNotices,
  });
  const documentLinks = createDocumentLinks({ database, repositories, audit });

  let stopHoldingTurns = async () => {};
  let stopSealing = async () => {};
  let stopCounting = async () => {};
  let stopReviewing = async () => {};
  let stopLookingAfterDocuments = () => {};
  let stopLookingAfterIndex = () => {};
  let stopLookingAfterImports = () => {};
  let stopLookingAfterExports = () => {};
  let stopLookingAfterRetention = () => {};
  const lookForAbandonedTurns = () =>
    interruptAbandonedTurns(chatDependencies).catch((error: unknown) => {
      logger.error({ err: error }, 'looking for abandoned turns');
    });
  const onMigrated = async () => {
    const onlyProcess = database.engine === 'pglite';
    await jobs.start({ onlyProcess });
    await bringIndexUp(ingestion);
    await verifiedQueries.checkAll();
    if (env.processRole !== 'server') {
      stopLookingAfterDocuments = await workOnDocuments(ingestion, { onlyProcess });
      stopLookingAfterIndex = workOnIndex(ingestion);
      stopLookingAfterImports = await workOnImports(imports, { onlyProcess });
      stopLookingAfterExports = await workOnExports(auditExports, { onlyProcess });
      stopReviewing = review.turns.keepReviewing();
      stopLookingAfterRetention = await workOnRetention({ jobs, database, auditChain, logger });
    }
    await lookForAbandonedTurns();
    stopHoldingTurns = holdTurns(chatDependencies);
    stopSealing = auditChain.keepSealing();
    stopCounting = keepNumbers(repositories.numberRollups, logger);
  };
  const migrator = createMigrator(database, env, { record: recordMigrations(audit), onMigrated });

  const parts: Part[] = [
    { name: 'database', engine: database.engine, ping: () => database.sequelize.authenticate() },
    { name: 'searchIndex', engine: searchIndex.engine, ping: () => searchIndex.ping() },
    { name: 'objectStore', engine: objectStore.engine, ping: () => objectStore.ping() },
  ];
  const metrics = new Registry();
  collectDefaultMetrics({ register: metrics });

  return {
    env,
    logger,
    version,
    database,
    repositories,
    audit,
    privacy,
    calls,
    auditChain,
    auditView,
    auditExports,
    review,
    accounts: createAccounts({ database, repositories, audit, admission, secret: authSecret }),
    aliases: createAliases({ database, repositories, audit, forgetNames }),
    employees: createEmployees({ database, repositories, audit, admission }),
    ownAccount: createOwnAccount({ database, repositories, audit, admission }),
    setUp: createSetUp({ database, repositories, audit, setupToken }),
    setupToken,
    migrator,
    ingestion,
    imports,
    searchPassages,
    retrieve: createRetrieval(retrievalParts),
    verifiedQueries,
    prompts,
    chat,
    documentLinks,
    statistics: {
      readAs: database.readAs,
      freshness: () => readFreshness(repositories),
      documentLinks,
      repositories,
    },
    ownChats: createOwnChats({ database, repositories, audit, privacy, chat }),
    suggestQuestions: createSuggestQuestions({
      ...{ readAs: database.readAs, repositories, searchPassages, logger },
      names: retrievalParts.names,
    }),
    exportTable: createExportTable({ readAs: database.readAs, repositories, audit }),
    chatDependencies,
    lookForAbandonedTurns,
    feed,
    metrics,
    readiness: () => checkReadiness(parts, migrator),
    publicStatus: {
      demo: env.demo,
      retrieval: embeddings ? ('hybrid' as const) : ('keyword' as const),
      chatModel: env.chatModel?.model ?? 'narutalk-offline-planner',
    },

    /** Asks for a rebuild of the search index, where what it has to be made with has changed. */
    reviewIndex,

    /** Makes what the stores lack: bucket, index. */
    async prepareStores(): Promise<void> {
      await objectStore.prepare();
      await searchIndex.prepare({ words: [], embeddingModel: embeddings?.name ?? null });
    },

    /** Ends everything in order: turns first, then jobs, then what they write to. */
    async close(): Promise<void> {
      stopLookingAfterDocuments();
      stopLookingAfterIndex();
      stopLookingAfterImports();
      stopLookingAfterExports();
      stopLookingAfterRetention();
      await chat.close();
      await stopHoldingTurns();
      await telemetry.close();
      await stopCounting();
      await chatNotices.close();
      await jobs.stop();
      await stopReviewing();
      await calls.close();
      await stopSealing();
      ingestion.spareParser.close();
      await documentUpdates.close();
      await importUpdates.close();
      await auditExports.exportUpdates.close();
      await searchIndex.close();
      await objectStore.close();
      await database.close();
      metrics.clear();
    },
  };
}

function packageVersion(): string {
  const file = readFileSync(path.join(__dirname, '..', 'package.json'), 'utf8');
  return (JSON.parse(file) as { version: string }).version;
}
