import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server of somebody else, who wants to know what is read here: it remembers whoever comes. */
export interface CollectingServer {
  /** `127.0.0.1:port`. */
  host: string;
  /** Paths asked for, in order. */
  requests: string[];
  /** Connections opened, also such as ask for nothing (a preconnect tells enough). */
  connections: () => number;
  close(): Promise<void>;
}

export async function startCollectingServer(): Promise<CollectingServer> {
  const requests: string[] = [];
  let connections = 0;
  const server = createServer((request, response) => {
    requests.push(request.url!);
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Content-Type', 'text/html');
    response.end('<title>elsewhere</title>');
  });
  server.on('connection', () => (connections += 1));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    connections: () => connections,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
