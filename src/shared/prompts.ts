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
export interface PromptTrouble {
  /** Placeholders that are filled and stand nowhere in it. */
  missing: string[];
  /** Placeholders in it that nobody fills. */
  unknown: string[];
  /** Whether it has double braces that are no placeholder. */
  strayBraces: boolean;
}

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
export type PromptVersionKey = number | 'release';

export const savePromptSchema = z.strictObject({
  body: z
    .string()
    .refine((text) => text.trim() !== '', { error: '내용이 없습니다. / There is no text.' })
    .transform(tidyPrompt)
    .pipe(z.string().max(maximumPromptLength)),
  /** Why: for those who read the history. */
  reason: z.string().trim().min(1).max(500),
});

const versionNumber = z.number().int().min(1).max(2_147_483_647);

export const activatePromptSchema = z.strictObject({
  version: z.union([z.literal('release'), versionNumber]),
});

/** A prompt and which of its versions is in force. */
export interface PromptDto {
  name: PromptName;
  /** What the program fills in: all of it has to stand in a version. */
  placeholders: string[];
  release: { version: string; hash: string };
  /** What an admin put in force last. */
  chosen: { version: PromptVersionKey; by: string | null; at: string | null };
  /** What is asked with: the release's where the chosen one does not fit the present program. */
  inForce: PromptVersionKey;
  /** Why the chosen one is not in force. */
  trouble: PromptTrouble | null;
}

/** A version that was saved. */
export interface PromptVersionDto {
  version: number;
  /** Beginning of its SHA-256, as in the traces. */
  hash: string;
  reason: string;
  /** Version of the release's text it was written beside. */
  releaseVersion: string;
  createdBy: string;
  createdAt: string;
  /** Why it cannot be put in force with the present program. */
  trouble: PromptTrouble | null;
}

/** The text of a version. */
export interface PromptTextDto {
  name: PromptName;
  version: PromptVersionKey;
  hash: string;
  body: string;
}

/** That a version was put in force. */
export interface PromptActivationDto {
  id: number;
  version: PromptVersionKey;
  by: string;
  at: string;
}
