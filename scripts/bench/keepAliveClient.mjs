import { once } from 'node:events';
import http from 'node:http';

/** One kept connection to a server, for calls one after the other. Times are taken until the last byte of the answer. */
export function keepAliveClient(url) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  return {
    /** @returns milliseconds and the answer's text. @throws when the answer is not 200. */
    async call({ method, path, headers, body }) {
      const started = performance.now();
      const request = http.request(new URL(path, url), {
        method,
        agent,
        headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      });
      request.end(body);
      const [response] = await once(request, 'response');
      const parts = [];
      response.on('data', (part) => parts.push(part));
      await once(response, 'end');
      const ms = performance.now() - started;
      const text = Buffer.concat(parts).toString();
      if (response.statusCode !== 200) throw new Error(`${path} answered ${response.statusCode}: ${text}`);
      return { ms, text };
    },
    close: () => agent.destroy(),
  };
}
