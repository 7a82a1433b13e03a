import type { Sequelize } from 'sequelize';
import { defineApiKey } from './apiKey';
import { defineAssignment } from './assignment';
import { defineAuditExport } from './auditExport';
import { defineAuditSeal } from './auditSeal';
import { defineChatMessage } from './chatMessage';
import { defineCompanySession } from './companySession';
import { defineConversation } from './conversation';
import { defineCustomer } from './customer';
import { defineDailyUsage } from './dailyUsage';
import { defineDocument } from './document';
import { defineDocumentChunk } from './documentChunk';
import { defineDocumentInteraction } from './documentInteraction';
import { defineDocumentRelation } from './documentRelation';
import { defineDocumentSale } from './documentSale';
import { defineEmployee } from './employee';
import { defineEmployeeIdentity } from './employeeIdentity';
import { defineEmployeeSession } from './employeeSession';
import { defineEntityAlias } from './entityAlias';
import { defineEvaluationCase } from './evaluationCase';
import { defineFeedback } from './feedback';
import { defineFlagRule } from './flagRule';
import { defineImportBatch } from './importBatch';
import { defineImportChange } from './importChange';
import { defineImportReject } from './importReject';
import { defineImportTemplate } from './importTemplate';
import { defineInteraction } from './interaction';
import { defineInteractionProduct } from './interactionProduct';
import { definePassageEmbedding } from './passageEmbedding';
import { defineProduct } from './product';
import { definePromptActivation } from './promptActivation';
import { definePromptVersion } from './promptVersion';
import { defineRecoveryCode } from './recoveryCode';
import { defineReviewChange } from './reviewChange';
import { defineSalesRecord } from './salesRecord';
import { defineSalesTarget } from './salesTarget';
import { defineSavedTurnFilter } from './savedTurnFilter';
import { defineSearchWord } from './searchWord';
import { defineSecondFactor } from './secondFactor';
import { defineSignInTries } from './signInTries';
import { defineStoredTurnEvent } from './storedTurnEvent';
import { defineSystemState } from './systemState';
import { defineTraceSpan } from './traceSpan';
import { defineNumberRollup, defineStepTimesByHour, defineTurnNumbers } from './turnNumbers';
import { defineTurn } from './turn';
import { defineTurnFlag } from './turnFlag';
import { defineTurnScore } from './turnScore';
import { defineTurnFacts } from './turnFacts';
import { defineTurnSummary } from './turnSummary';
import { defineTurnToReview } from './turnToReview';
import { defineVerifiedQuery } from './verifiedQuery';

/** Every table as a model on one connection; migrations are the truth, a test compares. */
export function defineModels(sequelize: Sequelize) {
  return {
    Employee: defineEmployee(sequelize),
    EmployeeSession: defineEmployeeSession(sequelize),
    EmployeeIdentity: defineEmployeeIdentity(sequelize),
    CompanySession: defineCompanySession(sequelize),
    SecondFactor: defineSecondFactor(sequelize),
    RecoveryCode: defineRecoveryCode(sequelize),
    ApiKey: defineApiKey(sequelize),
    SignInTries: defineSignInTries(sequelize),
    SystemState: defineSystemState(sequelize),
    Customer: defineCustomer(sequelize),
    Product: defineProduct(sequelize),
    Assignment: defineAssignment(sequelize),
    EntityAlias: defineEntityAlias(sequelize),
    ImportBatch: defineImportBatch(sequelize),
    ImportReject: defineImportReject(sequelize),
    ImportChange: defineImportChange(sequelize),
    ImportTemplate: defineImportTemplate(sequelize),
    SalesRecord: defineSalesRecord(sequelize),
    SalesTarget: defineSalesTarget(sequelize),
    Interaction: defineInteraction(sequelize),
    InteractionProduct: defineInteractionProduct(sequelize),
    Document: defineDocument(sequelize),
    DocumentChunk: defineDocumentChunk(sequelize),
    PassageEmbedding: definePassageEmbedding(sequelize),
    SearchWord: defineSearchWord(sequelize),
    DocumentRelation: defineDocumentRelation(sequelize),
    DocumentInteraction: defineDocumentInteraction(sequelize),
    DocumentSale: defineDocumentSale(sequelize),
    Conversation: defineConversation(sequelize),
    Turn: defineTurn(sequelize),
    SavedTurnFilter: defineSavedTurnFilter(sequelize),
    TurnFacts: defineTurnFacts(sequelize),
    TurnSummary: defineTurnSummary(sequelize),
    ChatMessage: defineChatMessage(sequelize),
    StoredTurnEvent: defineStoredTurnEvent(sequelize),
    DailyUsage: defineDailyUsage(sequelize),
    Feedback: defineFeedback(sequelize),
    VerifiedQuery: defineVerifiedQuery(sequelize),
    PromptVersion: definePromptVersion(sequelize),
    PromptActivation: definePromptActivation(sequelize),
    TraceSpan: defineTraceSpan(sequelize),
    AuditSeal: defineAuditSeal(sequelize),
    AuditExport: defineAuditExport(sequelize),
    TurnNumbers: defineTurnNumbers(sequelize),
    StepTimesByHour: defineStepTimesByHour(sequelize),
    NumberRollup: defineNumberRollup(sequelize),
    FlagRule: defineFlagRule(sequelize),
    TurnFlag: defineTurnFlag(sequelize),
    TurnScore: defineTurnScore(sequelize),
    ReviewChange: defineReviewChange(sequelize),
    EvaluationCase: defineEvaluationCase(sequelize),
    TurnToReview: defineTurnToReview(sequelize),
  };
}

export type Models = ReturnType<typeof defineModels>;
