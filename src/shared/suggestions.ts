import { z } from 'zod';

/** A question that a person could begin with, and what it is about. */
export const suggestionDtoSchema = z
  .object({
    question: z.string(),
    about: z.enum(['customer', 'figures', 'document']),
  })
  .meta({ id: 'Suggestion' });
export type SuggestionDto = z.infer<typeof suggestionDtoSchema>;
