import { admitAgain } from '../accounts/admission';
import { createAnswerQuestion } from '../agents/answerQuestion';
import type { Prompts } from '../agents/prompts/prompts';
import { createWriteSummary } from '../agents/writeSummary';
import type { VerifiedQueries } from '../analytics/verified/verifiedQueries';
import type { AuditLog } from '../audit/auditLog';
import type { RaiseFlags } from '../audit/review/raiseFlags';
import type { Env } from '../env';
import type { createChatModel } from '../llm/chatModel';
import type { Logger } from '../logging/logger';
import type { ChatNotice, StopNotice } from '../repositories/chatNotice';
import type { Privacy } from '../privacy/privacy';
import type { Repositories } from '../repositories/repositories';
import type { SearchPassages } from '../retrieval/hybridSearch';
import type { NameDirectory } from '../retrieval/nameDirectory';
import { createReadAround } from '../retrieval/readAround';
import type { Telemetry } from '../telemetry/telemetry';
import type { Database } from '../storage/database/database';
import type { Notifications } from '../storage/database/notifications';
import { createChatService } from './chatService';
import { createConversationFeed } from './conversationFeed';
import type { ChatDependencies } from './dependencies';
import { createSuggestFollowUps } from './followUps/suggestFollowUps';
import { createMemory } from './memory/memory';

/** The chat of one process, joined with that of the others by `notices`. */
export function createChat(parts: {
  env: Pick<Env, 'historyTokens' | 'chatModelSilenceMs' | 'chatLimits' | 'modelPrice'>;
  database: Database;
  repositories: Repositories;
  audit: AuditLog;
  telemetry: Telemetry;
  raiseFlags: RaiseFlags;
  privacy: Privacy;
  logger: Logger;
  processId: string;
  chatModel: ReturnType<typeof createChatModel>;
  searchPassages: SearchPassages;
  names: () => Promise<NameDirectory>;
  verifiedQueries: VerifiedQueries;
  prompts: Prompts;
  notices: Notifications<ChatNotice | StopNotice>;
}) {
  const { env, database, repositories, audit, privacy, raiseFlags, telemetry, logger, processId, notices } =
    parts;
  const { chatModel, searchPassages, names, verifiedQueries, prompts } = parts;
  const { readAs } = database;
  const { chatLimits: limits, modelPrice } = env;
  const feed = createConversationFeed(repositories.turnEvents, logger);
  const readmit = (employeeId: number) => admitAgain(repositories.people, employeeId);
  const dependencies: ChatDependencies = {
    ...{
      database,
      repositories,
      feed,
      audit,
      privacy,
      raiseFlags,
      telemetry,
      logger,
      limits,
      modelPrice,
      processId,
    },
    suggestFollowUps: createSuggestFollowUps({
      ...{ readAs, searchPassages, names, logger },
      chunks: repositories.chunks,
    }),
    memory: createMemory({
      ...{ repositories, database, modelPrice, telemetry, logger },
      writeSummary: createWriteSummary(chatModel, prompts),
      budget: env.historyTokens,
    }),
    admitAgain: readmit,
    answerQuestion: createAnswerQuestion({
      ...{ readAs, searchPassages, names, verifiedQueries, prompts, chatModel },
      readAround: createReadAround(repositories.chunks),
      admitAgain: readmit,
      silenceMs: env.chatModelSilenceMs,
    }),
    heldTurns: new Set(),
    tellOthers: notices.publish,
  };
  const chat = createChatService(dependencies);
  notices.subscribe((notice) => {
    if ('stop' in notice) void chat.stopHere(notice.stop);
    else if (notice.from !== processId) feed.take(notice);
  });
  notices.onMissed(feed.catchUp);
  return { chat, feed, dependencies };
}
