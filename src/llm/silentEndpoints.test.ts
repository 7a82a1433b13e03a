import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { HumanMessage } from '@langchain/core/messages';
import { createChatModel } from './chatModel';
import { createEmbeddings } from './createEmbeddings';
import { createReranker } from './createReranker';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Begins an answer and never ends it. */
let endpoint: Server;
let url: string;
let collecting: NodeJS.Timeout;

beforeAll(async () => {
  endpoint = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write('\n');
  }).listen(0, '127.0.0.1');
  await once(endpoint, 'listening');
  url = `http://127.0.0.1:${(endpoint.address() as AddressInfo).port}/v1`;
  collecting = setInterval(collectGarbage, 50);
});
afterAll(() => {
  clearInterval(collecting);
  endpoint.closeAllConnections();
  endpoint.close();
});

const stopped = () => AbortSignal.timeout(500);

test('a chat model that falls silent is given up when it is told so, whatever became of the memory meanwhile', async () => {
  const model = createChatModel({ chatModel: { apiKey: 'a key', baseUrl: url, model: 'm' } })!;
  const said: string[] = [];
  const read = async () => {
    const chunks = model._streamResponseChunks([new HumanMessage('안녕')], { signal: stopped() });
    for await (const chunk of chunks) said.push(chunk.text);
  };
  // LangChain ends a stream that is aborted as if it were whole, or throws.
  await read().catch(() => {});
  expect(said).toEqual([]);
});

test('so is an embedding model, and a reranker after its time', async () => {
  const embeddings = createEmbeddings({ embeddings: { url, queryModel: 'm', passageModel: 'm' } })!;
  await expect(embeddings.embedQuery('안녕', stopped())).rejects.toThrow();
  const reranker = createReranker({ reranker: { url, model: 'm' } })!;
  await expect(reranker.score('안녕', ['하나'])).rejects.toMatchObject({ code: 'reranker_unavailable' });
});
