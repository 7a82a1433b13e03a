import { useDocumentVisibility } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useConnection } from '../../lib/socket';
import { catchUp } from './catchUp';
import type { ConversationState } from './conversationState';
import { dispatch, useConversationState } from './conversationStore';
import { openConversation } from './openConversation';

/** An answer that says nothing for so long may have gone on over a connection that is dead. */
const doubtAfterMs = 8_000;

interface OpenConversation {
  state: ConversationState;
  /** Why the stored messages could not be read. */
  error: Error | null;
  retry: () => void;
}

/** A conversation on the screen: reads its messages once and keeps it complete while the connection comes and goes. */
export function useConversation(conversationId: string): OpenConversation {
  const state = useConversationState(conversationId);
  const connected = useConnection() === 'connected';
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
  const { isError, refetch } = opening;
  useEffect(() => {
    // What failed for want of a connection is tried again with the next one, and not before.
    if (connected && isError) void refetch();
  }, [connected]);
  useEventsWithoutGap(conversationId, state, connected);
  useDoubts(conversationId, state);
  return { state, error: state.opened ? null : opening.error, retry: () => void refetch() };
}

function useEventsWithoutGap(
  conversationId: string,
  { opened, live, gone }: ConversationState,
  connected: boolean,
): void {
  const incomplete = opened && !live && !gone && connected;
  useEffect(() => {
    if (!incomplete) return;
    const leaving = new AbortController();
    void catchUp(conversationId, leaving.signal);
    return () => leaving.abort();
  }, [conversationId, incomplete]);
}

/** Asks the server whether something is missing where a silent loss is likely: a long silence, a phone taken out again. */
function useDoubts(conversationId: string, { turns, live, lastSeq }: ConversationState): void {
  const visible = useDocumentVisibility() === 'visible';
  const listening = live && turns.some(({ status }) => status === 'running');
  useEffect(() => {
    if (visible) dispatch(conversationId, { type: 'connection-doubted' });
  }, [conversationId, visible]);
  useEffect(() => {
    if (!listening) return;
    const silence = setTimeout(() => dispatch(conversationId, { type: 'connection-doubted' }), doubtAfterMs);
    return () => clearTimeout(silence);
  }, [conversationId, listening, lastSeq]);
}
