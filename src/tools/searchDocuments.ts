import { z } from 'zod';
import { gradeEvidence } from '../retrieval/evidence';
import type { NumberedPassage } from '../retrieval/citations';
import { defaultTopK, type EvidenceGrade } from '../shared/search';
import type { ToolContext, ToolDefinition, ToolOutcome } from './toolContext';

const schema = z.strictObject({
  query: z
    .string()
    .min(1)
    .max(1000)
    .describe('What to look for, in the words of the question; it stands alone: names, no pronouns.'),
  topK: z
    .number()
    .int()
    .min(1)
    .max(20)
    .optional()
    .describe(`Passages to return, ${defaultTopK} if not given.`),
});

/** Finds passages the person who asks may read, numbered on from those already found in the turn. */
export const searchDocumentsTool: ToolDefinition<typeof schema> = {
  name: 'search_documents',
  description: `Searches the reference documents the person may read (product information, clinical summaries, price and
reimbursement notices, compliance rules, promotion guides, meeting notes, Q&A) and returns numbered passages. For questions
such as "신장애 환자 용량은?", "설명회 식음료 한도 얼마야?", "급여 기준이 언제 바뀌었어?". Ask in the words of the
question; one topic a call.`,
  schema,
  run: runSearch,
};

async function runSearch(
  { query, topK = defaultTopK }: z.infer<typeof schema>,
  context: ToolContext,
): Promise<ToolOutcome> {
  const { passages: found, evidence } = await context.searchPassages({ query, topK });
  const passages = context.numberPassages(await context.readAround(found));
  const grade = gradeEvidence(evidence);
  return {
    content: JSON.stringify({
      evidence: inWords[grade],
      passages: passages.map(forModel),
    }),
    artifact: { kind: 'passages', passages, evidence, grade },
  };
}

/** What the model is told of the passages as a whole. */
const inWords: Record<EvidenceGrade, string> = {
  found: 'found',
  near: 'near: they may not answer the question; say so, and what they are about',
  none: 'none: they do not answer the question',
};

/** The large passage is read, the small one in it is why it was found. */
function forModel({ number, title, heading, page, around }: NumberedPassage) {
  return { number, title, heading, ...(page === null ? {} : { page }), text: around.text };
}
