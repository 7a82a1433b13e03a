import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

/** What an endpoint answers to one request: a status and a JSON body, or nothing at all. */
export type ScriptedAnswer = { status?: number; body: unknown } | 'silence';

/** How a request came. */
export interface RequestHead {
  path: string;
  authorization?: string;
}

/** A real HTTP endpoint for tests that takes and answers JSON as told. */
export interface ScriptedEndpoint<Body> {
  url: string;
  requests: (Body & RequestHead)[];
  close(): void;
}

/** @param answer sees each request and how many came before it. */
export async function startScriptedEndpoint<Body>(
  answer: (request: Body & RequestHead, place: number) => ScriptedAnswer | Promise<ScriptedAnswer>,
): Promise<ScriptedEndpoint<Body>> {
  const requests: (Body & RequestHead)[] = [];
  const server = http.createServer((incoming, outgoing) => {
    void json(incoming).then(async (body) => {
      const { authorization } = incoming.headers;
      const request = { ...(body as Body), path: incoming.url ?? '', authorization };
      const answered = await answer(request, requests.push(request) - 1);
      if (answered === 'silence') return;
      outgoing.writeHead(answered.status ?? 200, { 'content-type': 'application/json' });
      outgoing.end(JSON.stringify(answered.body));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
