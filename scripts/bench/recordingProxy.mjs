import { once } from 'node:events';
import http from 'node:http';
import { text } from 'node:stream/consumers';

/** An HTTP proxy before `target` that keeps what passes while `record` runs: the very bytes a server sends. */
export async function startRecordingProxy(target) {
  let recorded = null;
  const server = http.createServer(async (incoming, outgoing) => {
    const { method, url: path, headers } = incoming;
    const body = await text(incoming);
    recorded?.push({ method, path, headers: contentHeaders(headers), body });
    const forwarded = http.request(new URL(path, target), { method, headers });
    forwarded.end(body);
    const [answer] = await once(forwarded, 'response');
    outgoing.writeHead(answer.statusCode, answer.headers);
    answer.pipe(outgoing);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    /** The requests that `work` made, in order. */
    async record(work) {
      recorded = [];
      await work();
      const requests = recorded;
      recorded = null;
      return requests;
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Connection and length belong to each connection; what the content is belongs to the request. */
function contentHeaders(headers) {
  const kept = ['content-type', 'accept', 'accept-encoding', 'user-agent'];
  return Object.fromEntries(kept.filter((name) => headers[name]).map((name) => [name, headers[name]]));
}
