import { z } from 'zod';

const text = z.object({ ko: z.string(), en: z.string() });
const words = z.array(z.string()).readonly();

/** A figure or a grouping as the semantic model knows it, for people. */
export const glossaryEntrySchema = z
  .object({
    key: z.string().describe('Its name in a query.'),
    kind: z.enum(['metric', 'dimension']),
    subjects: z.array(z.enum(['sales', 'interactions'])).describe('Which queries know it.'),
    label: text,
    definition: text,
    unit: text.nullable().describe('What it is counted in; null for a grouping.'),
    words: z
      .object({ ko: z.array(z.string()).readonly(), en: z.array(z.string()).readonly() })
      .describe('What people call it.'),
    example: text.describe('A question that asks for it.'),
    notBy: words.describe('Groupings it makes no sense by, by key.'),
  })
  .meta({ id: 'GlossaryEntry' });
export type GlossaryEntry = z.infer<typeof glossaryEntrySchema>;

/** `GET /api/glossary`. */
export const glossarySchema = z
  .object({
    items: z.array(glossaryEntrySchema),
    nextCursor: z.null(),
  })
  .meta({ id: 'Glossary' });
export type Glossary = z.infer<typeof glossarySchema>;
