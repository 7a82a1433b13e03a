import type { AuditLog } from '../audit/auditLog';
import { AppError } from '../errors';
import type { Actor } from '../policies/actor';
import type { Privacy } from '../privacy/privacy';
import type { Repositories } from '../repositories/repositories';
import type { ConversationDto, FoundConversationDto, OpenedConversationDto } from '../shared/chat';
import type { Database } from '../storage/database/database';
import { snippetAround } from '../text/snippetAround';
import type { ChatService } from './chatService';

interface Parts {
  database: Database;
  repositories: Repositories;
  audit: AuditLog;
  privacy: Pick<Privacy, 'mask'>;
  chat: Pick<ChatService, 'stopConversation'>;
}

/** A person's own chats as a list: finding, opening, renaming and deleting them. */
export function createOwnChats({ database, repositories: { conversations }, audit, privacy, chat }: Parts) {
  return {
    /** Own chats, last used first; with `q` those that have each of its words, with a piece of what was said. */
    async list(
      actor: Actor,
      { q, ...page }: { q?: string; limit: number; after?: { updatedAt: string; id: string } },
    ): Promise<FoundConversationDto[]> {
      const words = q?.normalize('NFC').match(/\S+/gu) ?? [];
      const found = await conversations.list({ ...page, words, employeeId: actor.id });
      if (words.length === 0) return found;
      const ids = found.map(({ id }) => id);
      const messages = await conversations.bestMessages(ids, words);
      return found.map((item) => {
        const message = messages.get(item.id);
        return message === undefined ? item : { ...item, snippet: snippetAround(message, words) };
      });
    },

    /** @throws AppError `not_found` for a chat that is not this person's. */
    async open(actor: Actor, conversationId: string): Promise<OpenedConversationDto> {
      const opened = await conversations.open({ id: conversationId, employeeId: actor.id });
      if (!opened) throw new AppError('not_found');
      return opened;
    },

    /** @throws AppError `not_found` for a chat that is not this person's. */
    async rename(actor: Actor, conversationId: string, givenTitle: string): Promise<ConversationDto> {
      const title = privacy.mask(givenTitle);
      const input = { conversationId, title };
      return database.sequelize.transaction(async (transaction) => {
        const chatToRename = { id: conversationId, employeeId: actor.id, title };
        const renamed = await conversations.rename(chatToRename, transaction);
        if (!renamed) throw new AppError('not_found');
        await audit.record({ name: 'conversation.rename', employeeId: actor.id, input }, transaction);
        return renamed;
      });
    },

    /**
     * Hides a chat from its owner for good and stops what is being answered in it; the audit keeps it.
     * @throws AppError `not_found` for a chat that is not this person's.
     */
    async remove(actor: Actor, conversationId: string): Promise<void> {
      await database.sequelize.transaction(async (transaction) => {
        const wasThere = await conversations.markDeleted(
          { id: conversationId, employeeId: actor.id },
          transaction,
        );
        if (!wasThere) throw new AppError('not_found');
        const input = { conversationId };
        await audit.record({ name: 'conversation.delete', employeeId: actor.id, input }, transaction);
      });
      // Only now: no question is accepted in it any more.
      await chat.stopConversation(conversationId);
    },
  };
}

export type OwnChats = ReturnType<typeof createOwnChats>;
