import { createHash } from 'node:crypto';

/** A word the analysis keeps whole; in the index also its parts, where it has some (`나루암로정` is 나루암로 and 정). */
export interface IndexWord {
  /** Letters and digits. */
  word: string;
  /** Joined they give the word; empty: it has none. */
  parts: string[];
}

/** What an index is made with. Where it changes, another index is filled beside the serving one and takes its place. */
export interface IndexRecipe {
  /** Words beyond those every index knows. */
  words: IndexWord[];
  /** Model of the vectors it keeps; null: one without a name. */
  embeddingModel: string | null;
}

/** What an index is made with where nobody says. */
export const plainRecipe: IndexRecipe = { words: [], embeddingModel: null };

/** What of its recipe makes an index another than the one that serves. `program`: the program's own settings. */
export type RecipeDifference = 'program' | 'embeddingModel' | 'words';

/** Twelve hexadecimal digits that change with the value. */
export function fingerprint(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 12);
}
