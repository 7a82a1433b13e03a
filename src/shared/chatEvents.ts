import { z } from 'zod';
import { turnEventSchema, type ChatEvent } from './chat';
import type { TimedEvent } from './replay';

/** Where in a chat an event stands. */
const inChat = {
  conversationId: z.uuid(),
  turnId: z.uuid(),
  seq: z.int().min(1).describe('From 1, without a gap in a conversation.'),
};

/** The events of a turn with more members, each. */
function eventsWith<Event>(members: z.ZodRawShape): z.ZodType<Event> {
  const kinds: z.ZodObject[] = [...turnEventSchema.options];
  return z.union(kinds.map((kind) => kind.extend(members))) as z.ZodType as z.ZodType<Event>;
}

/** `chat:event`. */
export const chatEventSchema = eventsWith<ChatEvent>(inChat).meta({ id: 'ChatEvent' });

/** What happened in a chat, as it is replayed. */
export const timedEventSchema = eventsWith<TimedEvent>({
  ...inChat,
  at: z.iso.datetime({ offset: true }).describe('When its reader was sent it.'),
}).meta({ id: 'TimedEvent' });
