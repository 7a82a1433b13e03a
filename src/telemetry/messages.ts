import type { TracedAnswer, TracedMessage } from './readSpan';

/** Characters of a text that is sent; the whole is in the audit. Spans wait in memory while a collector is away. */
const maximumCharacters = 8_000;

/** LangChain's names of who speaks, as the conventions have them. */
const roles: Record<string, string> = { human: 'user', ai: 'assistant' };

export function shortened(text: string): string {
  return text.length > maximumCharacters ? `${text.slice(0, maximumCharacters)}…` : text;
}

/** The JSON of `gen_ai.input.messages`. */
export function inputMessages(messages: TracedMessage[]): string {
  return JSON.stringify(
    messages.map(({ role, text }) => ({ role: roles[role] ?? role, parts: [textPart(text)] })),
  );
}

/** The JSON of `gen_ai.output.messages`. */
export function outputMessages({ text, toolCalls }: TracedAnswer): string {
  const calls = toolCalls.map(({ id, name, args }) => ({ type: 'tool_call', id, name, arguments: args }));
  return JSON.stringify([
    {
      role: 'assistant',
      parts: [...(text === '' ? [] : [textPart(text)]), ...calls],
      finish_reason: calls.length > 0 ? 'tool_call' : 'stop',
    },
  ]);
}

/** The JSON of `gen_ai.system_instructions`. */
export function systemInstructions(text: string): string {
  return JSON.stringify([textPart(text)]);
}

function textPart(text: string) {
  return { type: 'text', content: shortened(text) };
}
