import { queryClient } from '../../lib/queryClient';
import { socket } from '../../lib/socket';
import { conversationsKey } from './chatApi';
import { dispatch } from './conversationStore';

/** Tabs of one browser tell each other that the list of chats has changed. */
const channel = new BroadcastChannel('narutalk.chat-list');

/** Reads the list of chats anew, in every tab; a tab that shows the one that changed asks what is new in it. */
export function announceChat(conversationId: string): void {
  channel.postMessage(conversationId);
  refreshChatList();
}

function refreshChatList(): void {
  void queryClient.invalidateQueries({ queryKey: conversationsKey });
}

/** As `announceChat`, where the tabs that show the chat know already. */
export function announceChatList(): void {
  channel.postMessage(null);
  refreshChatList();
}

// What happened to the list while the connection was lost, nobody has told.
socket.io.on('reconnect', refreshChatList);

channel.onmessage = ({ data: conversationId }: MessageEvent<string | null>) => {
  if (conversationId) dispatch(conversationId, { type: 'connection-doubted' });
  refreshChatList();
};
