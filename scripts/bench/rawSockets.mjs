// Child of fanOutCost.mjs: raw WebSockets, each given every token as a frame of its own, and nothing else.
import { once } from 'node:events';
import { WebSocketServer } from 'ws';
import { serveParent } from './benchChild.mjs';

const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false });
await once(server, 'listening');

serveParent(
  { url: `ws://127.0.0.1:${server.address().port}` },
  {
    /** Sends tokens, so many a second, to every socket. */
    async stream({ tokens, perSecond }) {
      const began = performance.now();
      let sent = 0;
      await new Promise((resolve) => {
        const timer = setInterval(() => {
          const due = Math.min(tokens.length, Math.floor(((performance.now() - began) * perSecond) / 1_000));
          for (; sent < due; sent += 1) for (const socket of server.clients) socket.send(tokens[sent]);
          if (sent < tokens.length) return;
          clearInterval(timer);
          resolve();
        }, 1_000 / perSecond);
      });
    },
  },
);
