import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';

export interface RawAnswer {
  status: number;
  headers: NodeJS.Dict<string | string[]>;
  body: Buffer;
}

/** Connections that are used again, so that thousands of requests do not use up the ports. */
const agent = new Agent({ keepAlive: true, maxSockets: 8 });

/** Closes them; a test that has sent anything calls it at its end. */
export function closeRawHttp(): void {
  agent.destroy();
}

/** A request whose target and headers go out as they stand, where `fetch` would tidy them up. */
export async function sendRaw(
  url: string,
  target: string,
  options: { method?: string; headers?: Record<string, string>; body?: Buffer } = {},
): Promise<RawAnswer> {
  const { hostname, port } = new URL(url);
  const sent = request({
    ...{ agent, hostname, port, path: target },
    method: options.method ?? 'GET',
    headers: options.headers,
  });
  sent.end(options.body);
  const [answer] = (await once(sent, 'response')) as [import('node:http').IncomingMessage];
  return { status: answer.statusCode ?? 0, headers: answer.headers, body: await buffer(answer) };
}

/** Sends the beginning of a request and goes away. Settled when the server has seen that. */
export async function sendAndLeave(url: string, head: string, body: Buffer): Promise<void> {
  const socket = await openConnection(url);
  socket.write(head);
  socket.write(body);
  socket.end();
  socket.resume();
  if (!socket.destroyed) await once(socket, 'close');
}

/** A bare connection on which a test writes what it likes. */
export async function openConnection(url: string): Promise<Socket> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => {}); // told by `close`, which follows
  await once(socket, 'connect');
  return socket;
}
