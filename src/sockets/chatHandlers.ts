import type { ChatService } from '../chat/chatService';
import type { ConversationFeed } from '../chat/conversationFeed';
import {
  chatFeedbackSchema,
  chatRegenerateSchema,
  chatResumeSchema,
  chatSendSchema,
  chatStopSchema,
} from '../shared/chat';
import type { TurnEventRepository } from '../repositories/turnEvents';
import { createAudiences } from './audiences';
import { createSubscriptions } from './subscriptions';
import { handleEvent, type EventDependencies } from './handleEvent';
import type { ChatServer } from './server';
import { writeTogether } from './writeTogether';

interface Dependencies extends EventDependencies {
  chat: ChatService;
  feed: ConversationFeed;
  turnEvents: TurnEventRepository;
}

/** The chat events of the contract. */
export function registerChatHandlers(server: ChatServer, dependencies: Dependencies): void {
  const { chat, feed, turnEvents } = dependencies;
  const audiences = createAudiences(server, feed);
  server.on('connection', (socket) => {
    writeTogether(socket);
    const subscriptions = createSubscriptions(socket, { audiences, feed, turnEvents });
    const { language } = socket.data;

    socket.on(
      'chat:send',
      handleEvent(
        socket,
        {
          name: 'chat:send',
          schema: chatSendSchema,
          handle: async (actor, question) => {
            const { turnId, conversationId } = await chat.send(actor, question, language, (id) =>
              subscriptions.follow(id),
            );
            return { turnId, conversationId };
          },
        },
        dependencies,
      ),
    );
    socket.on(
      'chat:regenerate',
      handleEvent(
        socket,
        {
          name: 'chat:regenerate',
          schema: chatRegenerateSchema,
          handle: async (actor, again) => {
            const { turnId, conversationId } = await chat.regenerate(actor, again, language, (id) =>
              subscriptions.follow(id),
            );
            return { turnId, conversationId };
          },
        },
        dependencies,
      ),
    );
    socket.on(
      'chat:stop',
      handleEvent(
        socket,
        {
          name: 'chat:stop',
          schema: chatStopSchema,
          trustsSocket: true,
          handle: async (actor, { turnId }) => {
            await chat.stop(actor, turnId);
            return {};
          },
        },
        dependencies,
      ),
    );
    socket.on(
      'chat:resume',
      handleEvent(
        socket,
        {
          name: 'chat:resume',
          schema: chatResumeSchema,
          handle: async (actor, { conversationId, lastSeq }) => {
            const last = await chat.openConversation(actor, conversationId);
            return { lastSeq: await subscriptions.resume(conversationId, Math.min(lastSeq, last)) };
          },
        },
        dependencies,
      ),
    );
    socket.on(
      'chat:feedback',
      handleEvent(
        socket,
        {
          name: 'chat:feedback',
          schema: chatFeedbackSchema,
          handle: async (actor, opinion) => {
            await chat.giveFeedback(actor, opinion);
            return {};
          },
        },
        dependencies,
      ),
    );
    socket.on('disconnect', () => subscriptions.close());
  });
}
