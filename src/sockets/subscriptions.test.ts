import type { TurnEventRepository } from '../repositories/turnEvents';
import type { ConversationFeed } from '../chat/conversationFeed';
import type { ChatSocket } from './server';
import { createSubscriptions } from './subscriptions';

/** A socket's subscriptions, and the chats it is among the audience of. */
function subscribed() {
  const chats = new Set<string>();
  const audiences = {
    add: (conversationId: string) => void chats.add(conversationId),
    remove: (conversationId: string) => void chats.delete(conversationId),
  };
  const nothing = { nextAfter: async () => ({ events: [], hasMore: false }), startFrom: () => {} };
  const subscriptions = createSubscriptions({ connected: false } as unknown as ChatSocket, {
    audiences,
    feed: nothing as unknown as ConversationFeed,
    turnEvents: nothing as unknown as TurnEventRepository,
  });
  return { chats, subscriptions };
}

test('a socket that has gone while its question was stored is nobody’s audience', async () => {
  const { chats, subscriptions } = subscribed();
  subscriptions.follow('before');
  expect([...chats]).toEqual(['before']);
  subscriptions.close();
  subscriptions.follow('asked');
  expect(await subscriptions.resume('resumed', 3)).toBe(3);
  expect([...chats]).toEqual([]);
});
