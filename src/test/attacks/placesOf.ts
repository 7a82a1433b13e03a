import type { ChatRequest } from '../scriptedModel/chatRequest';
import type { Place } from './carriers';
import { textOf } from './obedientModel';

/** A text between marks that say it is data. */
const marked = /<([a-z_]+)>\n.*?\n<\/\1>/gsu;

/**
 * Where words stand in what a model was sent. `rules`: in a system prompt with nothing that sets them apart, and `loose text`: in
 * a tool's answer that is no JSON, so that they might end what they stand in.
 */
export function placesOf(word: string, { messages }: ChatRequest): (Place | 'rules' | 'loose text')[] {
  const last = messages.findLastIndex(({ role }) => role === 'user');
  return messages.flatMap((message, at) => {
    const text = textOf(message);
    if (!text.includes(word)) return [];
    const outside = text.replaceAll(marked, '');
    if (message.role === 'tool') return [standsInJson(text, word) ? 'tool result' : 'loose text'];
    if (message.role === 'assistant') return ['earlier answer'];
    if (!outside.includes(word)) return ['marked data'];
    if (message.role !== 'user') return ['rules'];
    return [at === last ? 'question' : 'earlier question'];
  });
}

function standsInJson(text: string, word: string): boolean {
  try {
    return textsIn(JSON.parse(text)).some((one) => one.includes(word));
  } catch {
    return false;
  }
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
