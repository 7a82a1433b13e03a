import { accessTokenMinutes } from '../../accounts/accessToken';
import { idleDays, sessionDays } from '../../accounts/sessionTimes';
import { maximumModelCalls, maximumTurnTokens, turnTimeoutMs } from '../../agents/limits';
import type { Env, settingsSchema } from '../../env';
import { callsPerMinute, guessesPerMinute } from '../../middlewares/rateLimit';
import { maximumQuestionLength } from '../../shared/chatInput';
import { type LimitDto, type LimitKey, type LimitsDto, limitsDtoSchema } from '../../shared/limits';
import { maximumFileSize } from '../documents/receiveUpload';
import { route, type Route } from '../route';

type Setting = keyof typeof settingsSchema.shape;
/** What a limit is now, what it is counted in, and the setting that sets it. */
type Limit = [value: number | null, unit: LimitDto['unit'], variable: Setting | null];

/** The limits in force, for admins. */
export function limitRoutes(env: Env): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/limits',
      summary: 'The limits in force, each with the setting that sets it.',
      who: 'system.view',
      record: 'access',
      answer: limitsDtoSchema,
      handle: async (): Promise<LimitsDto> => ({ items: limitsOf(env), nextCursor: null }),
    }),
  ];
}

function limitsOf(env: Env): LimitDto[] {
  const { person, everybody, process } = env.chatLimits;
  const limits: Record<LimitKey, Limit> = {
    questionsAtOnce: [person.running, 'count', 'CHAT_RUNNING_PER_PERSON'],
    questionsPerMinute: [person.perMinute, 'count', 'CHAT_QUESTIONS_PER_MINUTE'],
    dailyTokens: [person.dailyTokens, 'tokens', 'CHAT_DAILY_TOKENS_PER_PERSON'],
    dailyKrw: [person.dailyKrw, 'krw', 'CHAT_DAILY_KRW_PER_PERSON'],
    dailyTokensOfAll: [everybody.dailyTokens, 'tokens', 'CHAT_DAILY_TOKENS'],
    dailyKrwOfAll: [everybody.dailyKrw, 'krw', 'CHAT_DAILY_KRW'],
    answersAtOnce: [process.running, 'count', 'CHAT_RUNNING_PER_PROCESS'],
    questionsWaiting: [process.waiting, 'count', 'CHAT_WAITING_PER_PROCESS'],
    waitingMs: [process.waitingMs, 'ms', 'CHAT_WAITING_SECONDS'],
    callsPerMinute: [callsPerMinute, 'count', null],
    guessesPerMinute: [guessesPerMinute, 'count', null],
    questionLength: [maximumQuestionLength, 'characters', null],
    turnMs: [turnTimeoutMs, 'ms', null],
    modelCalls: [maximumModelCalls, 'count', null],
    turnTokens: [maximumTurnTokens, 'tokens', null],
    modelSilenceMs: [env.chatModelSilenceMs, 'ms', 'CHAT_MODEL_SILENCE_SECONDS'],
    historyTokens: [env.historyTokens, 'tokens', 'CHAT_HISTORY_TOKENS'],
    inputPrice: [env.modelPrice?.inputKrw ?? null, 'krw', 'CHAT_MODEL_INPUT_KRW'],
    outputPrice: [env.modelPrice?.outputKrw ?? null, 'krw', 'CHAT_MODEL_OUTPUT_KRW'],
    uploadBytes: [maximumFileSize, 'bytes', null],
    exportDays: [env.auditExportDays, 'days', 'AUDIT_EXPORT_DAYS'],
    chatDays: [env.daysKept.chats, 'days', 'AUDIT_CHAT_DAYS'],
    traceDays: [env.daysKept.traces, 'days', 'AUDIT_TRACE_DAYS'],
    accessDays: [env.daysKept.events, 'days', 'AUDIT_ACCESS_DAYS'],
    accessTokenMinutes: [accessTokenMinutes, 'minutes', null],
    sessionIdleDays: [idleDays, 'days', null],
    sessionDays: [sessionDays, 'days', null],
  };
  return Object.entries(limits).map(([key, [value, unit, variable]]) => ({
    key: key as LimitKey,
    ...{ value, unit, variable },
  }));
}
