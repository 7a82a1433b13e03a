import { z } from 'zod';
import type { NewSpan } from '../repositories/newSpan';

const text = z.string().optional().catch(undefined);
const number = z.number().optional().catch(undefined);
const message = z.object({ role: z.string(), text: z.string() });
const toolCall = z.object({
  name: z.string(),
  args: z.unknown(),
  id: z.string().optional().catch(undefined),
});

/** Spans hold what their steps put there; what is not as expected here is left out. */
const turnInput = z.object({ question: text }).catch({});
const turnOutput = z
  .object({ status: text, text, usage: z.object({ model: text }).catch({}).optional() })
  .catch({});
const modelInput = z
  .object({
    prompt: z.object({ name: text, version: text, hash: text }).optional().catch(undefined),
    system: text,
    messages: z.array(message).catch([]),
  })
  .catch({ messages: [] });
const modelOutput = z
  .object({
    text: z.string(),
    toolCalls: z.array(toolCall).catch([]),
    inputTokens: number,
    outputTokens: number,
  })
  .nullable()
  .catch(null);
const passages = z
  .array(z.object({ chunkId: z.string(), score: z.number() }))
  .optional()
  .catch(undefined);

/** A message as a trace has it: `role` is LangChain's. */
export type TracedMessage = z.infer<typeof message>;
export type TracedAnswer = Pick<NonNullable<z.infer<typeof modelOutput>>, 'text' | 'toolCalls'>;

export function readTurn({ input, output }: NewSpan) {
  const { status, text: answer, usage } = turnOutput.parse(output);
  return { question: turnInput.parse(input).question, text: answer, status, model: usage?.model };
}

export function readModelCall({ input, output }: NewSpan) {
  return { ...modelInput.parse(input), answer: modelOutput.parse(output) };
}

export function readPassages({ input, output }: NewSpan) {
  return {
    query: z.object({ query: text }).catch({}).parse(input).query,
    passages: z.object({ passages }).catch({}).parse(output).passages,
  };
}

export function readQuery({ input, output }: NewSpan) {
  return {
    sql: z.object({ sql: text }).catch({}).parse(input).sql,
    rowCount: z.object({ rowCount: number }).catch({}).parse(output).rowCount,
  };
}
