import { z } from 'zod';

/** Words added in one call: a list somebody pastes. */
export const maximumWordsAtOnce = 500;

/**
 * What the search can keep whole: two to thirty letters and digits of any script, one letter at least, composed (NFC).
 * White space or signs would be read as part of the rules of the analysis.
 */
export const searchWordPattern = /^(?=.*\p{L})[\p{L}\p{M}\p{Nd}]{2,30}$/u;

const searchWord = z.string().normalize('NFC').trim().regex(searchWordPattern, {
  error:
    '2~30자의 글자와 숫자만 붙여 쓸 수 있습니다. / Use 2 to 30 letters and digits, without spaces or signs, one letter at least.',
});

export const addSearchWordsSchema = z.strictObject({
  words: z.array(searchWord).min(1).max(maximumWordsAtOnce),
});

export interface SearchWordDto {
  id: number;
  word: string;
  /** Name of the person who added it; null: gone. */
  createdBy: string | null;
  createdAt: string;
}

/** The search index as the admin sees it. */
export interface SearchIndexDto {
  engine: 'minisearch' | 'opensearch';
  documents: number;
  chunks: number;
  /** Model of the vectors that are searched; null: searched by keyword only. */
  embeddingModel: string | null;
  /** Words kept whole beyond those the program knows: names of products, and words admins added. */
  words: { products: number; added: number };
  /** Null: the index is what it has to be. */
  rebuilding: {
    /** What it was made with and has changed; `vectors`: passages lack their vectors. */
    reason: 'program' | 'embeddingModel' | 'words' | 'vectors';
    /** Percent. */
    progress: number;
  } | null;
}
