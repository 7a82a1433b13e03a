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

export const searchWordDtoSchema = z
  .object({
    id: z.int(),
    word: z.string(),
    createdBy: z.string().nullable().describe('Name of the person who added it; null: gone.'),
    createdAt: z.iso.datetime({ offset: true }),
  })
  .meta({ id: 'SearchWord' });
export type SearchWordDto = z.infer<typeof searchWordDtoSchema>;

/** The search index as the admin sees it. */
export const searchIndexDtoSchema = z
  .object({
    engine: z.enum(['minisearch', 'opensearch']),
    documents: z.int(),
    chunks: z.int(),
    embeddingModel: z
      .string()
      .nullable()
      .describe('Model of the vectors that are searched; null: searched by keyword only.'),
    words: z
      .object({
        products: z.int(),
        added: z.int(),
      })
      .describe(
        'Words kept whole beyond those the program knows: names of products, and words admins added.',
      ),
    rebuilding: z
      .object({
        reason: z
          .enum(['program', 'embeddingModel', 'words', 'vectors'])
          .describe('What it was made with and has changed; `vectors`: passages lack their vectors.'),
        progress: z.int().describe('Percent.'),
      })
      .nullable()
      .describe('Null: the index is what it has to be.'),
  })
  .meta({ id: 'SearchIndex' });
export type SearchIndexDto = z.infer<typeof searchIndexDtoSchema>;
