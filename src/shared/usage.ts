import { z } from 'zod';

/** Of the Korean day so far. */
export const usageOfDayDtoSchema = z
  .object({
    turns: z.int().describe('Turns that ended.'),
    inputTokens: z.int(),
    outputTokens: z.int(),
    costKrw: z.number().describe('As far as prices were set.'),
    running: z.int().describe('Turns under way or waiting now.'),
  })
  .meta({ id: 'UsageOfDay' });

/** What may be used on a day; null: no limit. */
const dailyLimitsDtoSchema = z
  .object({
    dailyTokens: z.int().nullable().describe('Tokens read and written together.'),
    dailyKrw: z.number().nullable(),
  })
  .meta({ id: 'DailyLimits' });

/** What was used of the chat today, against what may be used. */
export const usageDtoSchema = z
  .object({
    day: z.iso.date().describe('Day in Korea, as YYYY-MM-DD.'),
    nextDayAt: z.iso.datetime({ offset: true }).describe('When the next one begins.'),
    own: usageOfDayDtoSchema.extend({
      lastMinute: z.int().describe('Questions within the last minute.'),
      limits: dailyLimitsDtoSchema.extend({
        running: z.int(),
        perMinute: z.int(),
      }),
    }),
    everybody: usageOfDayDtoSchema
      .extend({
        people: z.int().describe('How many people have asked.'),
        limits: dailyLimitsDtoSchema,
      })
      .optional()
      .describe('Of everybody, for those who may see it.'),
  })
  .meta({ id: 'Usage' });
export type UsageDto = z.infer<typeof usageDtoSchema>;
