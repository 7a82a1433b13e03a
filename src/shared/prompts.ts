import { z } from 'zod';

/** The prompts of the program and the placeholders it fills in each: a text has all of them and no others. */
export const promptPlaceholders = {
  assistant: ['today', 'employee', 'scope', 'names', 'examples', 'carriedOver'],
  summary: ['words'],
} as const;

export type PromptName = keyof typeof promptPlaceholders;
export const promptNames = Object.keys(promptPlaceholders) as [PromptName, ...PromptName[]];

/** What a prompt is filled with. */
export type PromptValues<Name extends PromptName> = Record<(typeof promptPlaceholders)[Name][number], string>;

/** Characters of a prompt: each question pays for them. */
export const maximumPromptLength = 20_000;

export const placeholderPattern = /\{\{(\w+)\}\}/g;

/** Why a text cannot be a prompt. */
export const promptTroubleSchema = z
  .object({
    missing: z.array(z.string()).describe('Placeholders that are filled and stand nowhere in it.'),
    unknown: z.array(z.string()).describe('Placeholders in it that nobody fills.'),
    strayBraces: z.boolean().describe('Whether it has double braces that are no placeholder.'),
  })
  .meta({ id: 'PromptTrouble' });
export type PromptTrouble = z.infer<typeof promptTroubleSchema>;

/** @returns null for a text that fits. */
export function promptTrouble(name: PromptName, text: string): PromptTrouble | null {
  const filled: readonly string[] = promptPlaceholders[name];
  const inText = new Set([...text.matchAll(placeholderPattern)].map(([, key]) => key!));
  const trouble = {
    missing: filled.filter((key) => !inText.has(key)),
    unknown: [...inText].filter((key) => !filled.includes(key)),
    strayBraces: /\{\{|\}\}/.test(text.replace(placeholderPattern, '')),
  };
  const fits = trouble.missing.length === 0 && trouble.unknown.length === 0 && !trouble.strayBraces;
  return fits ? null : trouble;
}

/** As a prompt is kept: lines that end alike, nothing around them, one line end behind them. */
export function tidyPrompt(text: string): string {
  return `${text.replace(/\r\n?/g, '\n').trim()}\n`;
}

/** A version that was saved, by its number, or the text that the release brings. */
export const promptVersionKeySchema = z
  .union([z.number(), z.literal('release')])
  .meta({ id: 'PromptVersionKey' });
export type PromptVersionKey = z.infer<typeof promptVersionKeySchema>;

export const savePromptSchema = z.strictObject({
  body: z
    .string()
    .refine((text) => text.trim() !== '', { error: '내용이 없습니다. / There is no text.' })
    .transform(tidyPrompt)
    .pipe(z.string().max(maximumPromptLength)),
  reason: z.string().trim().min(1).max(500).describe('Why: for those who read the history.'),
});

const versionNumber = z.number().int().min(1).max(2_147_483_647);

export const activatePromptSchema = z.strictObject({
  version: z.union([z.literal('release'), versionNumber]),
});

/** A prompt and which of its versions is in force. */
export const promptDtoSchema = z
  .object({
    name: z.enum(promptNames),
    placeholders: z
      .array(z.string())
      .describe('What the program fills in: all of it has to stand in a version.'),
    release: z.object({
      version: z.string(),
      hash: z.string(),
    }),
    chosen: z
      .object({
        version: promptVersionKeySchema,
        by: z.string().nullable(),
        at: z.iso.datetime({ offset: true }).nullable(),
      })
      .describe('What an admin put in force last.'),
    inForce: promptVersionKeySchema.describe(
      "What is asked with: the release's where the chosen one does not fit the present program.",
    ),
    trouble: promptTroubleSchema.nullable().describe('Why the chosen one is not in force.'),
  })
  .meta({ id: 'Prompt' });
export type PromptDto = z.infer<typeof promptDtoSchema>;

/** A version that was saved. */
export const promptVersionDtoSchema = z
  .object({
    version: z.int(),
    hash: z.string().describe('Beginning of its SHA-256, as in the traces.'),
    reason: z.string(),
    releaseVersion: z.string().describe("Version of the release's text it was written beside."),
    createdBy: z.string(),
    createdAt: z.iso.datetime({ offset: true }),
    trouble: promptTroubleSchema
      .nullable()
      .describe('Why it cannot be put in force with the present program.'),
  })
  .meta({ id: 'PromptVersion' });
export type PromptVersionDto = z.infer<typeof promptVersionDtoSchema>;

/** The text of a version. */
export const promptTextDtoSchema = z
  .object({
    name: z.enum(promptNames),
    version: promptVersionKeySchema,
    hash: z.string(),
    body: z.string(),
  })
  .meta({ id: 'PromptText' });
export type PromptTextDto = z.infer<typeof promptTextDtoSchema>;

/** That a version was put in force. */
export const promptActivationDtoSchema = z
  .object({
    id: z.int(),
    version: promptVersionKeySchema,
    by: z.string(),
    at: z.iso.datetime({ offset: true }),
  })
  .meta({ id: 'PromptActivation' });
export type PromptActivationDto = z.infer<typeof promptActivationDtoSchema>;
