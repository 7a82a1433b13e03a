import type { Sequelize } from 'sequelize';
import { defineModels } from '../models/models';
import { createAssignmentRepository } from './assignments';
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
import { createPerformanceFreshnessRepository } from './performanceFreshness';
import { createSearchWordRepository } from './searchWords';
import { createSessionRepository } from './sessions';
import { createSystemStateRepository } from './systemState';
import { createTraceLogRepository } from './traceLogs';
import { createTurnEventRepository } from './turnEvents';
import { createTurnLedger } from './turnLedger';
import { createTurnRepository } from './turns';
import { createVerifiedQueryRepository } from './verifiedQueries';

/**
 * Everything that is stored, on one connection.
 * @param announceAs process that tells others of the chat events it stores; not given: there are no others.
 */
export function createRepositories(sequelize: Sequelize, { announceAs }: { announceAs?: string } = {}) {
  const models = defineModels(sequelize);
  return {
    assignments: createAssignmentRepository(sequelize, models),
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
    searchWords: createSearchWordRepository(sequelize, models),
    sessions: createSessionRepository(models),
    systemState: createSystemStateRepository(models),
    traceLogs: createTraceLogRepository(models),
    turnEvents: createTurnEventRepository(sequelize, models),
    turnLedger: createTurnLedger(sequelize, { announceAs }),
    turns: createTurnRepository(sequelize, models),
    verifiedQueries: createVerifiedQueryRepository(sequelize, models),
  };
}

export type Repositories = ReturnType<typeof createRepositories>;
