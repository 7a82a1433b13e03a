import { callSocket } from '../../lib/callSocket';
import { pause } from '../../lib/pause';
import { conversationState, dispatch } from './conversationStore';

const pauseBetweenTriesMs = 2_000;

/** Asks for the events this page has not seen (`chat:resume`) until none is missing, or until it is told to stop. */
export async function catchUp(conversationId: string, signal: AbortSignal): Promise<void> {
  while (!signal.aborted && isBehind(conversationId)) {
    const { lastSeq } = conversationState(conversationId);
    const ack = await callSocket('chat:resume', { conversationId, lastSeq });
    if (signal.aborted) return;
    if (ack?.ok) dispatch(conversationId, { type: 'replay-finished', lastSeq: ack.lastSeq });
    else if (ack?.error.code === 'not_found') dispatch(conversationId, { type: 'conversation-gone' });
    if (isBehind(conversationId)) await pause(pauseBetweenTriesMs);
  }
}

function isBehind(conversationId: string): boolean {
  const { live, gone } = conversationState(conversationId);
  return !live && !gone;
}
