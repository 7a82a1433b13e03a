import { randomUUID } from 'node:crypto';
import type { WalkedWorld } from './walkedWorld';

/** A good payload of every event, with what has to be there for it made anew each time. A new event needs its line here. */
export const socketCalls: Record<string, (world: WalkedWorld) => Promise<object>> = {
  'chat:send': async () => ({ clientMessageId: randomUUID(), text: '설명회 식음료 한도는?' }),
  'chat:regenerate': async ({ newChat }) => ({ turnId: (await newChat()).turnId }),
  'chat:stop': async ({ newChat }) => ({ turnId: (await newChat()).turnId }),
  'chat:resume': async ({ newChat }) => ({
    conversationId: (await newChat()).conversationId,
    lastSeq: 0,
  }),
  'chat:feedback': async ({ newChat }) => ({ turnId: (await newChat()).turnId, rating: 'up' }),
};
