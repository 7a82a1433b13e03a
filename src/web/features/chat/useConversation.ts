import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useConnection } from '../../lib/socket';
import { catchUp } from './catchUp';
import type { ConversationState } from './conversationState';
import { useConversationState } from './conversationStore';
import { openConversation } from './openConversation';

interface OpenConversation {
  state: ConversationState;
  /** Why the stored messages could not be read. */
  error: Error | null;
  retry: () => void;
}

/** A conversation on the screen: reads its messages once and keeps it complete while the connection comes and goes. */
export function useConversation(conversationId: string): OpenConversation {
  const state = useConversationState(conversationId);
  const opening = useQuery({
    queryKey: ['open-conversation', conversationId],
    queryFn: async () => {
      await openConversation(conversationId);
      return true;
    },
    enabled: !state.opened,
    staleTime: 0,
    gcTime: 0,
  });
  useEventsWithoutGap(conversationId, state);
  return { state, error: state.opened ? null : opening.error, retry: () => void opening.refetch() };
}

function useEventsWithoutGap(conversationId: string, { opened, live }: ConversationState): void {
  const connected = useConnection() === 'connected';
  const incomplete = opened && !live && connected;
  useEffect(() => {
    if (!incomplete) return;
    const leaving = new AbortController();
    void catchUp(conversationId, leaving.signal);
    return () => leaving.abort();
  }, [conversationId, incomplete]);
}
