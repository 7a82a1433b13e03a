import type { AnswerQuestion } from '../agents/answerQuestion';
import type { Actor } from '../policies/actor';
import type { AuditLog } from '../audit/auditLog';
import type { RaiseFlags } from '../audit/review/raiseFlags';
import type { ChatLimits, ModelPrice } from '../env/chatLimits';
import type { Logger } from '../logging/logger';
import type { Privacy } from '../privacy/privacy';
import type { Repositories } from '../repositories/repositories';
import type { StopNotice } from '../repositories/chatNotice';
import type { Database } from '../storage/database/database';
import type { ConversationFeed } from './conversationFeed';
import type { SuggestFollowUps } from './followUps/suggestFollowUps';
import type { Memory } from './memory/memory';

/** What a turn needs. */
export interface ChatDependencies {
  database: Database;
  repositories: Repositories;
  feed: ConversationFeed;
  /** What turns are told of the chat before them. */
  memory: Memory;
  /** The person as the database knows them now. @throws AppError `unauthenticated` when they may not ask any more. */
  admitAgain(employeeId: number): Promise<Actor>;
  answerQuestion: AnswerQuestion;
  suggestFollowUps: SuggestFollowUps;
  audit: AuditLog;
  /** Has analysts look at a turn. */
  raiseFlags: RaiseFlags;
  privacy: Privacy;
  logger: Logger;
  limits: ChatLimits;
  /** What the chat model costs; undefined: not known. */
  modelPrice?: ModelPrice;
  /** This process: it holds its turns by a lease, see `holdTurns`. */
  processId: string;
  /** Turns this process answers; what else is its own by the table has been left behind. */
  heldTurns: Set<string>;
  /** Asks the other processes to stop a turn. */
  tellOthers(notice: StopNotice): Promise<void>;
}
