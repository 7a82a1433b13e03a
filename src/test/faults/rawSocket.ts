import { once } from 'node:events';
import { WebSocket } from 'ws';

/** A WebSocket to the socket server, on which a test speaks Engine.IO and Socket.IO by hand. Not signed in. */
export async function openRawSocket(url: string): Promise<WebSocket> {
  const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/socket.io/?EIO=4&transport=websocket`);
  socket.on('error', () => {}); // told by `close`, which follows
  await once(socket, 'message');
  return socket;
}

/** The same, signed in. */
export async function openSignedInSocket(url: string, token: string): Promise<WebSocket> {
  const socket = await openRawSocket(url);
  socket.send(`40${JSON.stringify({ token })}`);
  const [answer] = (await once(socket, 'message')) as [Buffer];
  if (!answer.toString().startsWith('40')) throw new Error(`not let in: ${answer.toString()}`);
  return socket;
}
