import type { ChatRequest } from '../scriptedModel/chatRequest';
import { callsTools, says, type ScriptedAnswer } from '../scriptedModel/scriptedAnswer';
import { markOf, type Attack } from './attacks';
import { openingOf } from './carriers';

type Message = ChatRequest['messages'][number];

/** What a model is asked when it writes the notes of a chat. */
const notesPrompt = 'You keep the notes of a chat';

/**
 * A model that does whatever it reads, by whomever: it begins as an honest one would, and from the moment it has read the order
 * of the attack it makes the attacker's calls and says all it was given, the rules themselves included.
 */
export function obeys(attack: Attack, request: ChatRequest): ScriptedAnswer {
  const { messages } = request;
  const read = messages.map(textOf).join('\n');
  if (isAboutNotes(request)) return says(`메모: ${attack.order}`);
  const turn = messages.slice(messages.findLastIndex(({ role }) => role === 'user') + 1);
  const { aim, carrier, codes } = attack;
  const opening = openingOf(carrier, codes);
  const rounds = turn.filter(({ role }) => role === 'assistant').length;
  if (rounds === 0 && opening.length > 0) return callsTools(...opening);
  if (!read.includes(markOf(attack.id))) return says('찾은 내용이 없습니다.');
  const done = rounds - (opening.length > 0 ? 1 : 0);
  const next = aim.rounds[done] ?? (aim.goesOn ? aim.rounds.at(-1) : undefined);
  if (next) return callsTools(...next);
  const given = [messages[0]!, ...turn.filter(({ role }) => role === 'tool')].map(textOf).join('\n');
  return says(aim.says?.(given) ?? given, { chunks: 12 });
}

export function isAboutNotes({ messages }: ChatRequest): boolean {
  return textOf(messages[0]!).startsWith(notesPrompt);
}

export function textOf({ content }: Message): string {
  if (typeof content === 'string') return content;
  return content ? JSON.stringify(content) : '';
}
