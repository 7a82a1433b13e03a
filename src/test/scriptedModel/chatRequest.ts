import { z } from 'zod';

const toolCall = z.looseObject({
  id: z.string(),
  type: z.literal('function'),
  function: z.looseObject({ name: z.string(), arguments: z.string() }),
});

const content = z.union([z.string(), z.array(z.looseObject({ type: z.string() }))]);

const message = z.discriminatedUnion('role', [
  z.looseObject({ role: z.literal(['system', 'developer']), content }),
  z.looseObject({ role: z.literal('user'), content }),
  z.looseObject({
    role: z.literal('assistant'),
    content: content.nullish(),
    tool_calls: z.array(toolCall).optional(),
  }),
  z.looseObject({ role: z.literal('tool'), content, tool_call_id: z.string() }),
]);

const tool = z.looseObject({
  type: z.literal('function'),
  function: z.looseObject({
    name: z.string().regex(/^[a-zA-Z0-9_-]{1,64}$/),
    description: z.string().optional(),
    parameters: z.looseObject({ type: z.literal('object') }).optional(),
  }),
});

/** The part of POST /chat/completions that the endpoint reads; what else a client sends is kept as it came. */
export const chatRequestSchema = z
  .looseObject({
    model: z.string().min(1),
    messages: z.array(message).min(1),
    stream: z.boolean().optional(),
    stream_options: z.looseObject({ include_usage: z.boolean().optional() }).optional(),
    tools: z.array(tool).min(1).optional(),
  })
  .refine((request) => request.stream || !request.stream_options, 'stream_options needs stream')
  .refine(
    (request) => unansweredCalls(request.messages).length === 0,
    'each tool call needs its answer after it',
  )
  .refine((request) => answersCalls(request.messages), 'a tool message must answer a call before it');

export type ChatRequest = z.infer<typeof chatRequestSchema>;
type Message = z.infer<typeof message>;

function callIds(messages: Message[]): string[] {
  return messages
    .flatMap((each) => (each.role === 'assistant' ? (each.tool_calls ?? []) : []))
    .map((call) => call.id);
}

function answeredIds(messages: Message[]): string[] {
  return messages.flatMap((each) => (each.role === 'tool' ? [each.tool_call_id] : []));
}

function unansweredCalls(messages: Message[]): string[] {
  const answered = new Set(answeredIds(messages));
  return callIds(messages).filter((id) => !answered.has(id));
}

function answersCalls(messages: Message[]): boolean {
  return messages.every(
    (each, index) => each.role !== 'tool' || callIds(messages.slice(0, index)).includes(each.tool_call_id),
  );
}
