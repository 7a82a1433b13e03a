import type { AnswerQuestion } from '../agents/answerQuestion';
import type { AuditLog } from '../audit/auditLog';
import type { Logger } from '../logging/logger';
import type { Repositories } from '../repositories/repositories';
import type { StopNotice } from '../repositories/chatNotice';
import type { Database } from '../storage/database/database';
import type { ConversationFeed } from './conversationFeed';
import type { SuggestFollowUps } from './followUps/suggestFollowUps';

/** What a turn needs. */
export interface ChatDependencies {
  database: Database;
  repositories: Repositories;
  feed: ConversationFeed;
  answerQuestion: AnswerQuestion;
  suggestFollowUps: SuggestFollowUps;
  audit: AuditLog;
  logger: Logger;
  /** This process: it holds its turns by a lease, see `holdTurns`. */
  processId: string;
  /** Turns this process answers; what else is its own by the table has been left behind. */
  heldTurns: Set<string>;
  /** Asks the other processes to stop a turn. */
  tellOthers(notice: StopNotice): Promise<void>;
}
