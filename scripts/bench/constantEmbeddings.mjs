import { once } from 'node:events';
import http from 'node:http';
import { json } from 'node:stream/consumers';

/** An embeddings endpoint that answers every text with the same vector at once: a model's time is not what is measured. */
export async function startConstantEmbeddings(vector) {
  const embedding = JSON.stringify(vector);
  const server = http.createServer(async (incoming, outgoing) => {
    const { input } = await json(incoming);
    const data = input.map(
      (_text, index) => `{"object":"embedding","index":${index},"embedding":${embedding}}`,
    );
    outgoing.writeHead(200, { 'content-type': 'application/json' });
    outgoing.end(`{"data":[${data.join(',')}]}`);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    settings: {
      url: `http://127.0.0.1:${server.address().port}/v1`,
      queryModel: 'constant-query',
      passageModel: 'constant-passage',
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
