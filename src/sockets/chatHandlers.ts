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
import { socketEvent, type SocketEvent } from './socketEvent';
import { writeTogether } from './writeTogether';

interface Dependencies extends EventDependencies {
  chat: ChatService;
  feed: ConversationFeed;
  turnEvents: TurnEventRepository;
}

/** The chat events of the contract. */
export function chatEvents(chat: ChatService): SocketEvent[] {
  return [
    socketEvent({
      name: 'chat:send',
      schema: chatSendSchema,
      record: 'chat:send',
      handle: async (actor, question, { language, subscriptions }) => {
        const { turnId, conversationId } = await chat.send(actor, question, language, subscriptions.follow);
        return { turnId, conversationId };
      },
    }),
    socketEvent({
      name: 'chat:regenerate',
      schema: chatRegenerateSchema,
      record: 'chat:regenerate',
      handle: async (actor, again, { language, subscriptions }) => {
        const { turnId, conversationId } = await chat.regenerate(
          actor,
          again,
          language,
          subscriptions.follow,
        );
        return { turnId, conversationId };
      },
    }),
    socketEvent({
      name: 'chat:stop',
      schema: chatStopSchema,
      // What it changes, the end of the turn, is stored with the spans that say so.
      record: 'access',
      trustsSocket: true,
      handle: async (actor, { turnId }) => {
        await chat.stop(actor, turnId);
        return {};
      },
    }),
    socketEvent({
      name: 'chat:resume',
      schema: chatResumeSchema,
      record: 'access',
      handle: async (actor, { conversationId, lastSeq }, { recordNow, subscriptions }) => {
        const last = await chat.openConversation(actor, conversationId);
        // What it sends comes before its ack.
        await recordNow();
        return { lastSeq: await subscriptions.resume(conversationId, Math.min(lastSeq, last)) };
      },
    }),
    socketEvent({
      name: 'chat:feedback',
      schema: chatFeedbackSchema,
      record: 'chat:feedback',
      handle: async (actor, opinion) => {
        await chat.giveFeedback(actor, opinion);
        return {};
      },
    }),
  ];
}

/** Listens to the chat events of each socket. */
export function registerChatHandlers(server: ChatServer, dependencies: Dependencies): void {
  const { chat, feed, turnEvents } = dependencies;
  const audiences = createAudiences(server, feed);
  const events = chatEvents(chat);
  server.on('connection', (socket) => {
    writeTogether(socket);
    const subscriptions = createSubscriptions(socket, { audiences, feed, turnEvents });
    for (const event of events)
      socket.on(event.name, handleEvent(socket, event, subscriptions, dependencies));
    socket.on('disconnect', () => subscriptions.close());
  });
}
