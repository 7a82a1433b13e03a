import type { Sequelize } from 'sequelize';
import { defineModels } from '../models/models';
import { createAliasRepository } from './aliases';
import { createApiKeyRepository } from './apiKeys';
import { createAssignmentRepository } from './assignments';
import { createAuditConversationRepository } from './auditConversations';
import { createAuditExportRepository } from './auditExports';
import { createAuditedTurnRepository } from './auditedTurns';
import { createAuditRetirementRepository } from './auditRetirement';
import { createAuditSealRepository } from './auditSeals';
import { createAuditNumbersRepository } from './auditNumbers';
import { createAuditTurnRepository } from './auditTurns';
import { createChatHistoryRepository } from './chatHistory';
import { createChunkRepository } from './chunks';
import { createCompanyDataRepository } from './companyData';
import { createCompanyIdentityRepository } from './companyIdentities';
import { createContentGapRepository } from './contentGaps';
import { createConversationRepository } from './conversations';
import { createDocumentLinkRepository } from './documentLinks';
import { createDocumentRunRepository } from './documentRuns';
import { createDocumentRepository } from './documents';
import { createDocumentVersionRepository } from './documentVersions';
import { createExportedTurnRepository } from './exportedTurns';
import { createEvaluationCaseRepository } from './evaluationCases';
import { createFeedbackRepository } from './feedback';
import { createFlagRuleRepository } from './flagRules';
import { createImportBatchRepository } from './imports/importBatches';
import { createImportMergeRepository } from './imports/importMerge';
import { createImportRejectRepository } from './imports/importRejects';
import { createImportStagingRepository } from './imports/importStaging';
import { createImportTemplateRepository } from './imports/importTemplates';
import { createImportUndoRepository } from './imports/importUndo';
import { createIndexContentRepository } from './indexContent';
import { createKnownDocumentRepository } from './knownDocuments';
import { createNameRepository } from './names';
import { createNumberRollupRepository } from './numberRollups';
import { createPassageEmbeddingRepository } from './passageEmbeddings';
import { createPeopleRepository } from './people';
import { createPromptVersionRepository } from './promptVersions';
import type { RowProofs } from './rowProofs';
import { createPerformanceFreshnessRepository } from './performanceFreshness';
import { createQueuePlaceRepository } from './queuePlaces';
import { createSavedTurnFilterRepository } from './savedTurnFilters';
import { createReviewChangeRepository } from './reviewChanges';
import { createRunningTurns } from './runningTurns';
import { createSearchWordRepository } from './searchWords';
import { createSecondFactorRepository } from './secondFactors';
import { createSessionRepository } from './sessions';
import { createSignInTryRepository } from './signInTries';
import { createSystemFactRepository } from './systemFacts';
import { createSystemStateRepository } from './systemState';
import { createTraceLogRepository } from './traceLogs';
import { createTurnEventRepository } from './turnEvents';
import { createTurnFlagRepository } from './turnFlags';
import { createTurnFactRepository } from './turnFacts';
import { createTurnLedger } from './turnLedger';
import { createTurnRepository } from './turns';
import { createTurnScoreRepository } from './turnScores';
import { createTurnsToReviewRepository } from './turnsToReview';
import { createTurnSummaryRepository } from './turnSummaries';
import { createUsageRepository } from './usage';
import { createVerifiedQueryRepository } from './verifiedQueries';

/**
 * Everything that is stored, on one connection.
 * @param proofs proves what is written once.
 * @param announceAs process that tells others of the chat events it stores; not given: there are no others.
 */
export function createRepositories(
  sequelize: Sequelize,
  { proofs, announceAs }: { proofs: RowProofs; announceAs?: string },
) {
  const models = defineModels(sequelize);
  const running = createRunningTurns(proofs);
  return {
    aliases: createAliasRepository(sequelize, models),
    apiKeys: createApiKeyRepository(models),
    assignments: createAssignmentRepository(sequelize, models),
    auditConversations: createAuditConversationRepository(sequelize),
    auditExports: createAuditExportRepository(sequelize, models),
    auditedTurns: createAuditedTurnRepository(sequelize),
    auditRetirement: createAuditRetirementRepository(sequelize),
    auditSeals: createAuditSealRepository(sequelize),
    auditNumbers: createAuditNumbersRepository(sequelize),
    auditTurns: createAuditTurnRepository(sequelize),
    chatHistory: createChatHistoryRepository(sequelize, models),
    chunks: createChunkRepository(models),
    companyData: createCompanyDataRepository(sequelize),
    companyIdentities: createCompanyIdentityRepository(sequelize, models),
    contentGaps: createContentGapRepository(sequelize),
    conversations: createConversationRepository(sequelize, models),
    documentLinks: createDocumentLinkRepository(sequelize, models),
    documentRuns: createDocumentRunRepository(sequelize, models),
    documents: createDocumentRepository(sequelize, models),
    documentVersions: createDocumentVersionRepository(sequelize),
    exportedTurns: createExportedTurnRepository(sequelize),
    feedback: createFeedbackRepository(sequelize),
    evaluationCases: createEvaluationCaseRepository(sequelize, models),
    flagRules: createFlagRuleRepository(sequelize, models),
    importBatches: createImportBatchRepository(sequelize, models),
    importMerge: createImportMergeRepository(sequelize),
    importRejects: createImportRejectRepository(sequelize, models),
    importStaging: createImportStagingRepository(sequelize),
    importTemplates: createImportTemplateRepository(models),
    importUndo: createImportUndoRepository(sequelize),
    indexContent: createIndexContentRepository(sequelize),
    knownDocuments: createKnownDocumentRepository(sequelize),
    names: createNameRepository(sequelize),
    numberRollups: createNumberRollupRepository(sequelize),
    passageEmbeddings: createPassageEmbeddingRepository(sequelize),
    people: createPeopleRepository(models),
    performanceFreshness: createPerformanceFreshnessRepository(sequelize),
    promptVersions: createPromptVersionRepository(sequelize, models),
    queuePlaces: createQueuePlaceRepository(sequelize, { running, announceAs }),
    savedTurnFilters: createSavedTurnFilterRepository(sequelize, models),
    reviewChanges: createReviewChangeRepository(sequelize, models),
    searchWords: createSearchWordRepository(sequelize, models),
    secondFactors: createSecondFactorRepository(sequelize, models),
    sessions: createSessionRepository(models),
    signInTries: createSignInTryRepository(sequelize, models),
    systemFacts: createSystemFactRepository(sequelize),
    systemState: createSystemStateRepository(models),
    traceLogs: createTraceLogRepository(sequelize, models, proofs),
    turnEvents: createTurnEventRepository(sequelize, models),
    turnFlags: createTurnFlagRepository(sequelize, models),
    turnFacts: createTurnFactRepository(sequelize),
    turnLedger: createTurnLedger(sequelize, { proofs, running, announceAs }),
    turns: createTurnRepository(sequelize, models),
    turnScores: createTurnScoreRepository(sequelize, models),
    turnsToReview: createTurnsToReviewRepository(sequelize),
    turnSummaries: createTurnSummaryRepository(models),
    usage: createUsageRepository(sequelize),
    verifiedQueries: createVerifiedQueryRepository(sequelize, models),
  };
}

export type Repositories = ReturnType<typeof createRepositories>;
