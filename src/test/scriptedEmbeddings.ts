import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import type { Env } from '../env';

export interface EmbeddingsRequest {
  model: string;
  input: string[];
  authorization?: string;
}

/** What the endpoint answers to one request: a status and a JSON body, or nothing at all. */
export type ScriptedAnswer = { status?: number; body: unknown } | 'silence';

/**
 * A real HTTP endpoint for tests that speaks the OpenAI embeddings protocol as told. `answer` sees each request and how many
 * came before it.
 */
export async function startScriptedEmbeddings(
  answer: (request: EmbeddingsRequest, place: number) => ScriptedAnswer,
) {
  const requests: EmbeddingsRequest[] = [];
  const server = http.createServer((incoming, outgoing) => {
    void json(incoming).then((body) => {
      const { authorization } = incoming.headers;
      const request = { ...(body as EmbeddingsRequest), authorization };
      const answered = answer(request, requests.push(request) - 1);
      if (answered === 'silence') return;
      outgoing.writeHead(answered.status ?? 200, { 'content-type': 'application/json' });
      outgoing.end(JSON.stringify(answered.body));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const settings: NonNullable<Env['embeddings']> = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    queryModel: 'for-questions',
    passageModel: 'for-passages',
  };
  return {
    settings,
    requests,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** The body of a good answer, as the protocol has it. */
export function vectorsBody(vectors: number[][]) {
  return { data: vectors.map((embedding, index) => ({ object: 'embedding', index, embedding })) };
}
