import { z } from 'zod';
import type { ContentGap } from './search';

/** Days of one look: beyond a year of weeks nothing is compared, and by hour a month is all that can be seen. */
export const maximumDays = 400;
const maximumDaysByHour = 31;
const dayMs = 86_400_000;

/** Calendar days from the first to the last, both counted. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMs) + 1;
}

/** Whose turns are counted, and of which Korean days, both inclusive. */
const filter = z.strictObject({
  from: z.iso.date(),
  to: z.iso.date(),
  team: z.string().trim().min(1).max(100).optional(),
  employeeNo: z.string().trim().min(1).max(40).optional(),
  /** Model that answered. */
  model: z.string().trim().min(1).max(200).optional(),
});

const inOrder = ({ from, to }: { from: string; to: string }) => from <= to;
const order = { path: ['to'], message: 'to must not be before from' };
const short = ({ from, to }: { from: string; to: string }) => daysBetween(from, to) <= maximumDays;
const length = { path: ['to'], message: `at most ${maximumDays} days` };

export const numbersQuerySchema = filter.refine(inOrder, order).refine(short, length);
export type NumbersQuery = z.infer<typeof numbersQuerySchema>;

export const timeUnits = ['hour', 'day', 'week', 'month'] as const;
export type TimeUnit = (typeof timeUnits)[number];

export const usageNumbersQuerySchema = filter
  .extend({ by: z.enum(timeUnits).default('day') })
  .refine(inOrder, order)
  .refine(short, length)
  .refine(({ by, from, to }) => by !== 'hour' || daysBetween(from, to) <= maximumDaysByHour, {
    path: ['by'],
    message: `by hour at most ${maximumDaysByHour} days`,
  });

/** Turns as they ended, and those that still run. */
export interface TurnCounts {
  /** Questions accepted, those asked again or on another branch included, and those in chats that were deleted since. */
  turns: number;
  completed: number;
  stopped: number;
  failed: number;
  interrupted: number;
  running: number;
  people: number;
  /** Chats with a question in that time. */
  conversations: number;
}

/** A span of time: `2026-11-26T09` for an hour, the first day of a day or week, `2026-11` for a month. All Korean. */
export interface UsageNumbersDto {
  by: TimeUnit;
  total: TurnCounts;
  /** Without a gap; a first week or month is counted from `from` on. */
  items: ({ start: string } & TurnCounts)[];
}

/** A question that was not answered, with the turn it leads to. */
export interface FailedQuestions {
  question: string;
  count: number;
  people: number;
  /** Codes of the error catalogue, the most frequent first. */
  errorCodes: string[];
  lastAskedAt: string;
  examples: { question: string; askedAt: string; turnId: string }[];
}

export interface UnansweredNumbersDto {
  turns: number;
  /** Questions that were not taken on, by code; their words are not kept. Null where a model is asked for: none has seen them. */
  refused: { total: number; codes: { code: string; count: number }[] } | null;
  /** Answered without a passage and without figures though documents were searched; asked again: by its last answer. */
  notKnown: number;
  failed: number;
  interrupted: number;
  /** What the documents lack, alike questions together; the newest `looked` of them. */
  notKnownQuestions: ContentGap[];
  failedQuestions: FailedQuestions[];
  /** There were more questions than were looked at. */
  truncated: boolean;
}

/** What answers stand on. */
export interface GroundednessCounts {
  /** Turns that were completed. */
  answers: number;
  cited: number;
  withFigures: number;
  /** Cited or with figures. */
  grounded: number;
  /** Best evidence found in documents. */
  found: number;
  near: number;
  none: number;
  /** Documents were not searched. */
  notSearched: number;
}

export interface GroundednessNumbersDto {
  total: GroundednessCounts & {
    citations: number;
    /** Citations with the words of the passage they stand for. */
    quotes: number;
  };
  byDay: ({ day: string } & GroundednessCounts)[];
}

export interface FeedbackCounts {
  answers: number;
  up: number;
  down: number;
}

export interface FeedbackNumbersDto {
  total: FeedbackCounts;
  /** Of answers given on that day, whenever the opinion was. */
  byDay: ({ day: string } & FeedbackCounts)[];
  /** Of bad opinions; null: none was chosen. */
  reasons: { reason: string | null; count: number }[];
  /** The newest bad opinions. */
  latest: {
    turnId: string;
    question: string;
    reason: string | null;
    comment: string | null;
    askedAt: string;
  }[];
}

/** Milliseconds; null where nothing was measured. */
export interface Percentiles {
  count: number;
  p50: number | null;
  p95: number | null;
  p99: number | null;
}

export interface LatencyNumbersDto {
  /** From the question to the end of a completed answer. */
  total: Percentiles;
  /** From the question to its first text. */
  firstText: Percentiles;
  byDay: { day: string; total: Percentiles; firstText: Percentiles }[];
  /** Exact to 5 %: times are kept in steps a twelfth wide. */
  steps: ({ kind: string; name: string } & Percentiles)[];
}

export interface CostCounts {
  turns: number;
  inputTokens: number;
  outputTokens: number;
  /** As far as prices were set when it was answered. */
  costKrw: number;
  /** Turns that asked a model whose price was not set. */
  unpriced: number;
}

/** What answers used; summaries that are written behind them are in the day's usage only. */
export interface CostNumbersDto {
  total: CostCounts;
  byDay: ({ day: string } & CostCounts)[];
  byPerson: ({ employeeNo: string; name: string; team: string | null } & CostCounts)[];
  byTeam: ({ team: string | null } & CostCounts)[];
  byModel: ({ model: string | null } & CostCounts)[];
}

/** What the numbers can be filtered by. */
export interface NumbersChoicesDto {
  teams: string[];
  models: string[];
}
