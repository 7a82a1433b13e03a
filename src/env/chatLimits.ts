import { z } from 'zod';

const atLeastOne = z.coerce.number().int().min(1);
/** 0 turns such a limit off. */
const orOff = z.coerce.number().int().min(0);
const price = z.coerce.number().min(0).optional();

/** The limits of the chat, each with its name, its default and its reason. */
export const chatLimitSettings = {
  /** A person's questions under way at once: more chats beside each other than anybody reads are a program's. */
  CHAT_RUNNING_PER_PERSON: atLeastOne.default(30),
  /** Questions of a person within any minute: five a second are no person's, and still no burden. */
  CHAT_QUESTIONS_PER_MINUTE: atLeastOne.default(300),
  /** Answers of one process at once: they mostly wait for models; so many have been seen to end with ten database connections. */
  CHAT_RUNNING_PER_PROCESS: atLeastOne.default(500),
  /** Questions that wait in one process: the last of more would not be answered within the wait. 0: none waits. */
  CHAT_WAITING_PER_PROCESS: orOff.default(500),
  /** Seconds a question waits: longer, and nobody looks any more. */
  CHAT_WAITING_SECONDS: atLeastOne.default(120),
  /** Tokens of a person on a Korean day: some 300 long questions, ten times what people ask. 0: off. */
  CHAT_DAILY_TOKENS_PER_PERSON: orOff.default(3_000_000),
  /** Tokens of everybody on a Korean day: a mistake of the program is not to cost a month. 0: off. */
  CHAT_DAILY_TOKENS: orOff.default(100_000_000),
  /** What a person's answers may cost on a Korean day, in KRW; whoever knows his prices sets it. 0: off. */
  CHAT_DAILY_KRW_PER_PERSON: orOff.default(0),
  /** What everybody's answers may cost on a Korean day, in KRW. 0: off. */
  CHAT_DAILY_KRW: orOff.default(0),
  /** What a million tokens cost that the chat model reads, in KRW. */
  CHAT_MODEL_INPUT_KRW: price,
  /** What a million tokens cost that the chat model writes, in KRW. */
  CHAT_MODEL_OUTPUT_KRW: price,
};

type LimitSettings = z.infer<z.ZodObject<typeof chatLimitSettings>>;

/** What holds for one person, on all processes together. A limit of a day that is null is off. */
export interface PersonLimits {
  running: number;
  perMinute: number;
  dailyTokens: number | null;
  dailyKrw: number | null;
}

export interface ChatLimits {
  person: PersonLimits;
  /** What holds for everybody together. */
  everybody: Pick<PersonLimits, 'dailyTokens' | 'dailyKrw'>;
  /** What holds for each process. */
  process: { running: number; waiting: number; waitingMs: number };
}

/** KRW for a million tokens. */
export interface ModelPrice {
  inputKrw: number;
  outputKrw: number;
}

/** What contradicts itself, in words. */
export function limitContradictions(settings: LimitSettings): string[] {
  const { CHAT_MODEL_INPUT_KRW: input, CHAT_MODEL_OUTPUT_KRW: output } = settings;
  const complaints: string[] = [];
  if ((input === undefined) !== (output === undefined))
    complaints.push('CHAT_MODEL_INPUT_KRW and CHAT_MODEL_OUTPUT_KRW need each other');
  for (const name of ['CHAT_DAILY_KRW_PER_PERSON', 'CHAT_DAILY_KRW'] as const) {
    if (settings[name] > 0 && input === undefined) complaints.push(`${name} needs CHAT_MODEL_INPUT_KRW`);
  }
  return complaints;
}

export function toChatLimits(settings: LimitSettings): ChatLimits {
  const unlessOff = (limit: number) => (limit === 0 ? null : limit);
  return {
    person: {
      running: settings.CHAT_RUNNING_PER_PERSON,
      perMinute: settings.CHAT_QUESTIONS_PER_MINUTE,
      dailyTokens: unlessOff(settings.CHAT_DAILY_TOKENS_PER_PERSON),
      dailyKrw: unlessOff(settings.CHAT_DAILY_KRW_PER_PERSON),
    },
    everybody: {
      dailyTokens: unlessOff(settings.CHAT_DAILY_TOKENS),
      dailyKrw: unlessOff(settings.CHAT_DAILY_KRW),
    },
    process: {
      running: settings.CHAT_RUNNING_PER_PROCESS,
      waiting: settings.CHAT_WAITING_PER_PROCESS,
      waitingMs: settings.CHAT_WAITING_SECONDS * 1_000,
    },
  };
}

/** @returns undefined where no price is set. */
export function toModelPrice(settings: LimitSettings): ModelPrice | undefined {
  const { CHAT_MODEL_INPUT_KRW: inputKrw, CHAT_MODEL_OUTPUT_KRW: outputKrw } = settings;
  return inputKrw === undefined || outputKrw === undefined ? undefined : { inputKrw, outputKrw };
}
