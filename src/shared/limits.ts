import { z } from 'zod';

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
  session: ['accessTokenMinutes', 'sessionIdleDays', 'sessionDays'],
} as const;

export type LimitGroup = keyof typeof limitKeys;
export type LimitKey = (typeof limitKeys)[LimitGroup][number];
const everyKey: LimitKey[] = Object.values(limitKeys).flat();

export const limitDtoSchema = z
  .object({
    key: z.enum(everyKey),
    value: z.number().nullable().describe('Null: off, or not set.'),
    unit: z.enum(['count', 'krw', 'ms', 'minutes', 'days', 'bytes', 'characters', 'tokens']),
    variable: z.string().nullable().describe('The setting that sets it; null: it is part of the program.'),
  })
  .meta({ id: 'Limit' });
export type LimitDto = z.infer<typeof limitDtoSchema>;

/** `GET /api/limits`. */
export const limitsDtoSchema = z
  .object({
    items: z.array(limitDtoSchema),
    nextCursor: z.null(),
  })
  .meta({ id: 'Limits' });
export type LimitsDto = z.infer<typeof limitsDtoSchema>;
