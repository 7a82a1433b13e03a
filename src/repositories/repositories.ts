import type { Sequelize } from 'sequelize';
import { defineModels } from '../models/models';
import { createAssignmentRepository } from './assignments';
import { createAuditedTurnRepository } from './auditedTurns';
import { createAuditRetirementRepository } from './auditRetirement';
import { createAuditSealRepository } from './auditSeals';
import { createAuditTurnRepository } from './auditTurns';
import { createChatHistoryRepository } from './chatHistory';
import { createChunkRepository } from './chunks';
import { createCompanyDataRepository } from './companyData';
import { createContentGapRepository } from './contentGaps';
import { createConversationRepository } from './conversations';
import { createDocumentLinkRepository } from './documentLinks';
import { createDocumentRunRepository } from './documentRuns';
import { createDocumentRepository } from './documents';
import { createDocumentVersionRepository } from './documentVersions';
import { createFeedbackRepository } from './feedback';
import { createImportBatchRepository } from './imports/importBatches';
import { createImportMergeRepository } from './imports/importMerge';
import { createImportRejectRepository } from './imports/importRejects';
import { createImportStagingRepository } from './imports/importStaging';
import { createImportTemplateRepository } from './imports/importTemplates';
import { createImportUndoRepository } from './imports/importUndo';
import { createIndexContentRepository } from './indexContent';
import { createNameRepository } from './names';
import { createPassageEmbeddingRepository } from './passageEmbeddings';
import { createPeopleRepository } from './people';
import type { RowProofs } from './rowProofs';
import { createPerformanceFreshnessRepository } from './performanceFreshness';
import { createQueuePlaceRepository } from './queuePlaces';
import { createRunningTurns } from './runningTurns';
import { createSearchWordRepository } from './searchWords';
import { createSessionRepository } from './sessions';
import { createSystemStateRepository } from './systemState';
import { createTraceLogRepository } from './traceLogs';
import { createTurnEventRepository } from './turnEvents';
import { createTurnLedger } from './turnLedger';
import { createTurnRepository } from './turns';
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
    assignments: createAssignmentRepository(sequelize, models),
    auditedTurns: createAuditedTurnRepository(sequelize),
    auditRetirement: createAuditRetirementRepository(sequelize),
    auditSeals: createAuditSealRepository(sequelize),
    auditTurns: createAuditTurnRepository(sequelize),
    chatHistory: createChatHistoryRepository(sequelize, models),
    chunks: createChunkRepository(models),
    companyData: createCompanyDataRepository(sequelize),
    contentGaps: createContentGapRepository(sequelize),
    conversations: createConversationRepository(sequelize, models),
    documentLinks: createDocumentLinkRepository(sequelize, models),
    documentRuns: createDocumentRunRepository(sequelize, models),
    documents: createDocumentRepository(sequelize, models),
    documentVersions: createDocumentVersionRepository(sequelize),
    feedback: createFeedbackRepository(sequelize, models),
    importBatches: createImportBatchRepository(sequelize, models),
    importMerge: createImportMergeRepository(sequelize),
    importRejects: createImportRejectRepository(sequelize, models),
    importStaging: createImportStagingRepository(sequelize),
    importTemplates: createImportTemplateRepository(models),
    importUndo: createImportUndoRepository(sequelize),
    indexContent: createIndexContentRepository(sequelize),
    names: createNameRepository(sequelize),
    passageEmbeddings: createPassageEmbeddingRepository(sequelize),
    people: createPeopleRepository(models),
    performanceFreshness: createPerformanceFreshnessRepository(sequelize),
    queuePlaces: createQueuePlaceRepository(sequelize, { running, announceAs }),
    searchWords: createSearchWordRepository(sequelize, models),
    sessions: createSessionRepository(models),
    systemState: createSystemStateRepository(models),
    traceLogs: createTraceLogRepository(models, proofs),
    turnEvents: createTurnEventRepository(sequelize, models),
    turnLedger: createTurnLedger(sequelize, { proofs, running, announceAs }),
    turns: createTurnRepository(sequelize, models),
    turnSummaries: createTurnSummaryRepository(models),
    usage: createUsageRepository(sequelize),
    verifiedQueries: createVerifiedQueryRepository(sequelize, models),
  };
}

export type Repositories = ReturnType<typeof createRepositories>;
