import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ConversationState } from './conversationState';
import { readOlder } from './openConversation';

/** The messages before those that were read. */
export interface OlderMessages {
  /** Whether there are any. */
  there: boolean;
  reading: boolean;
  error: Error | null;
  retry: () => void;
  /** Says whether the reader is near them: then they are read, one stretch after the other. */
  want: (near: boolean) => void;
}

/** Reads a conversation backwards while its reader is near the oldest message, or `needed` says that one is missing. */
export function useOlderMessages(
  conversationId: string,
  { olderCursor }: ConversationState,
  needed: boolean,
): OlderMessages {
  const [near, want] = useState(false);
  const { isFetching, error, refetch } = useQuery({
    // Each stretch that was read leads to the next one.
    queryKey: ['older-messages', conversationId, olderCursor],
    queryFn: async () => {
      await readOlder(conversationId);
      return true;
    },
    enabled: olderCursor !== null && (near || needed),
    staleTime: Infinity,
    gcTime: 0,
  });
  return { there: olderCursor !== null, reading: isFetching, error, retry: () => void refetch(), want };
}
