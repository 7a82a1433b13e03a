/** What is limited, in the order of the page, by whom or what it holds for. */
export const limitKeys = {
  person: ['questionsAtOnce', 'questionsPerMinute', 'dailyTokens', 'dailyKrw'],
  everybody: ['dailyTokensOfAll', 'dailyKrwOfAll'],
  server: ['answersAtOnce', 'questionsWaiting', 'waitingMs', 'callsPerMinute', 'guessesPerMinute'],
  answer: [
    'questionLength',
    'turnMs',
    'modelCalls',
    'turnTokens',
    'modelSilenceMs',
    'historyTokens',
    'inputPrice',
    'outputPrice',
  ],
  files: ['uploadBytes', 'exportDays'],
  kept: ['chatDays', 'traceDays', 'accessDays'],
  session: ['accessTokenMinutes', 'sessionDays'],
} as const;

export type LimitGroup = keyof typeof limitKeys;
export type LimitKey = (typeof limitKeys)[LimitGroup][number];

export interface LimitDto {
  key: LimitKey;
  /** Null: off, or not set. */
  value: number | null;
  unit: 'count' | 'krw' | 'ms' | 'minutes' | 'days' | 'bytes' | 'characters' | 'tokens';
  /** The setting that sets it; null: it is part of the program. */
  variable: string | null;
}

/** `GET /api/limits`. */
export interface LimitsDto {
  items: LimitDto[];
  nextCursor: null;
}
