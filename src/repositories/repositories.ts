import type { Sequelize } from 'sequelize';
import { defineModels } from '../models/models';
import { createAssignmentRepository } from './assignments';
import { createAuditTurnRepository } from './auditTurns';
import { createChatHistoryRepository } from './chatHistory';
import { createChunkRepository } from './chunks';
import { createCompanyDataRepository } from './companyData';
import { createConversationRepository } from './conversations';
import { createDocumentRepository } from './documents';
import { createFeedbackRepository } from './feedback';
import { createPeopleRepository } from './people';
import { createSessionRepository } from './sessions';
import { createSystemStateRepository } from './systemState';
import { createTraceLogRepository } from './traceLogs';
import { createTurnEventRepository } from './turnEvents';
import { createTurnRepository } from './turns';

/** Everything that is stored, on one connection. */
export function createRepositories(sequelize: Sequelize) {
  const models = defineModels(sequelize);
  return {
    assignments: createAssignmentRepository(sequelize, models),
    auditTurns: createAuditTurnRepository(sequelize),
    chatHistory: createChatHistoryRepository(models),
    chunks: createChunkRepository(sequelize, models),
    companyData: createCompanyDataRepository(sequelize),
    conversations: createConversationRepository(sequelize, models),
    documents: createDocumentRepository(sequelize, models),
    feedback: createFeedbackRepository(sequelize),
    people: createPeopleRepository(models),
    sessions: createSessionRepository(models),
    systemState: createSystemStateRepository(models),
    traceLogs: createTraceLogRepository(models),
    turnEvents: createTurnEventRepository(sequelize, models),
    turns: createTurnRepository(models),
  };
}

export type Repositories = ReturnType<typeof createRepositories>;
