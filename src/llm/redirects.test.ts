import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createChatModel } from './chatModel';
import { createEmbeddings } from './createEmbeddings';
import { createReranker } from './createReranker';

/** Where an endpoint would like requests to go: inside somebody's network, say. */
let elsewhere: Server;
let endpoint: Server;
let baseUrl: string;
let visits = 0;
let asked = 0;

const addressOf = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

beforeAll(async () => {
  elsewhere = createServer((_request, response) => {
    visits += 1;
    response.end('{}');
  }).listen(0, '127.0.0.1');
  await once(elsewhere, 'listening');
  endpoint = createServer((_request, response) => {
    asked += 1;
    response.writeHead(307, { location: `${addressOf(elsewhere)}/latest/meta-data` }).end();
  }).listen(0, '127.0.0.1');
  await once(endpoint, 'listening');
  baseUrl = `${addressOf(endpoint)}/v1`;
});
afterAll(() => {
  elsewhere.close();
  endpoint.close();
});

test('no endpoint sends what it is asked, and the key, to another address', async () => {
  const apiKey = 'a key';
  const calls = [
    () => createChatModel({ chatModel: { apiKey, baseUrl, model: 'm' } })!.invoke('안녕'),
    () =>
      createEmbeddings({
        embeddings: { url: baseUrl, apiKey, queryModel: 'm', passageModel: 'm' },
      })!.embedQuery('안녕'),
    () => createReranker({ reranker: { url: baseUrl, apiKey, model: 'm' } })!.score('안녕', ['하나']),
  ];
  for (const call of calls) {
    const before = asked;
    await expect(call()).rejects.toThrow();
    expect(asked).toBeGreaterThan(before);
  }
  expect(visits).toBe(0);
});
