import { callSocket } from '../../lib/callSocket';
import { conversationState, dispatch } from './conversationStore';

const pauseBetweenTriesMs = 2_000;

/** Asks for the events this page has not seen (`chat:resume`) until none is missing, or until it is told to stop. */
export async function catchUp(conversationId: string, signal: AbortSignal): Promise<void> {
  while (!signal.aborted && !conversationState(conversationId).live) {
    const lastSeq = await resume(conversationId);
    if (signal.aborted) return;
    if (lastSeq !== undefined) dispatch(conversationId, { type: 'replay-finished', lastSeq });
    if (!conversationState(conversationId).live) await pause(pauseBetweenTriesMs);
  }
}

/** @returns the last event replayed; undefined when the server refused or did not answer. */
async function resume(conversationId: string): Promise<number | undefined> {
  const { lastSeq } = conversationState(conversationId);
  const ack = await callSocket('chat:resume', { conversationId, lastSeq });
  return ack?.ok ? ack.lastSeq : undefined;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
