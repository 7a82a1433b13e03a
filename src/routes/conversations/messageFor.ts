import { errorText } from '../../errors';
import type { Actor } from '../../policies/actor';
import { withTablesFor } from '../../policies/visibleSql';
import type { StoredMessage } from '../../repositories/chatHistory';
import type { MessageDto } from '../../shared/chat';
import type { Language } from '../../shared/problem';

/** A stored message as a person may see it: its error in words, its tables with SQL for those who may see SQL. */
export function messageFor(actor: Actor, message: StoredMessage, language: Language): MessageDto {
  const { errorCode } = message;
  return {
    ...withTablesFor(actor, message),
    errorMessage: errorCode && errorText(errorCode, language),
  };
}
